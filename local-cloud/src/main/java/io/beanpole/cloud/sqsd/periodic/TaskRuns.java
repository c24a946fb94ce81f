package io.beanpole.cloud.sqsd.periodic;

import io.beanpole.cloud.sqsd.SqsdListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a leader does: enqueues each task when it is due and writes that down. A new leader begins where the table says
 * that the last one ended, and sends the latest run that was missed, if that is at most 300 s ago [S2]. Used by one
 * thread.
 */
final class TaskRuns {
    static final Duration CATCH_UP = Duration.ofSeconds(300);
    private static final String CATEGORY = "scheduler";
    private static final String SCHEDULE_TIME = "schedule_time";
    private static final String UPDATE_TIME = "update_time";

    private final List<PeriodicTask> tasks;
    private final LeaderTable table;
    private final PeriodicQueue queue;
    private final Clock clock;
    private final SqsdListener listener;
    private final Map<String, Instant> scheduled = new HashMap<>();

    TaskRuns(List<PeriodicTask> tasks, LeaderTable table, PeriodicQueue queue, Clock clock, SqsdListener listener) {
        this.tasks = tasks;
        this.table = table;
        this.queue = queue;
        this.clock = clock;
        this.listener = listener;
    }

    /** Takes the lead over: what the table says counts, and a task that it does not know begins now. */
    void takeOver() {
        Instant now = clock.instant();
        scheduled.clear();
        for (PeriodicTask task : tasks) {
            scheduled.put(
                    task.name(),
                    table.read(LeaderItem.ofTask(task.name()))
                            .map(item -> item.time(SCHEDULE_TIME))
                            .orElse(now));
        }
    }

    /**
     * Enqueues what is due.
     *
     * @throws RuntimeException when sending or recording failed, which costs the lead
     */
    void run() {
        Instant now = clock.instant();
        for (PeriodicTask task : tasks) {
            Instant last = scheduled.getOrDefault(task.name(), now);
            Instant earliest = now.minus(CATCH_UP);
            task.schedule()
                    .latest(last.isAfter(earliest) ? last : earliest, now)
                    .ifPresent(due -> send(task, due, now));
        }
    }

    /** Sent first and recorded then: a crash between the two sends it twice rather than never. */
    private void send(PeriodicTask task, Instant due, Instant now) {
        queue.send(task, due);
        String id = LeaderItem.ofTask(task.name());
        Optional<LeaderItem> present = table.read(id);
        LeaderItem item = new LeaderItem(id, Map.of()).with(SCHEDULE_TIME, due).with(UPDATE_TIME, now);
        if (!table.putIf(item, present)) {
            throw new PeriodicException("Recording the task " + task.name() + " failed: another daemon was faster.");
        }
        scheduled.put(task.name(), due);
        listener.daemon(CATEGORY, "sent the task '" + task.name() + "' of " + due + " to " + task.path());
    }
}
