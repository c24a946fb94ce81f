package io.beanpole.endtoend.demo;

import java.time.Duration;
import java.util.List;

/** How long the tasks of a lane waited for a worker, from submission to start. */
public record Waits(int tasks, Duration median, Duration p95, Duration longest) {
    static Waits of(List<DemoTask> tasks) {
        List<Duration> sorted =
                tasks.stream().flatMap(task -> task.waited().stream()).sorted().toList();
        return new Waits(sorted.size(), percentile(sorted, 50), percentile(sorted, 95), percentile(sorted, 100));
    }

    private static Duration percentile(List<Duration> sorted, int percent) {
        if (sorted.isEmpty()) {
            return Duration.ZERO;
        }
        int rank = (sorted.size() * percent + 99) / 100;
        return sorted.get(Math.max(1, rank) - 1);
    }
}
