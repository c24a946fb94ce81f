package io.beanpole.endtoend.demo;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a demo found.
 *
 * @param began when the flood began
 * @param movedUp the one of the tasks that was moved from standard to express
 * @param protectedMinutes instances times minutes of protection of standard's group, as CloudWatch has them
 * @param resultsByTask how many results in S3 each task has
 * @param deadLetters messages that came to a dead-letter queue meanwhile
 * @param isBackAtMinimum whether standard's group was at its minimum again in time
 */
public record Findings(
        Instant began,
        List<Sample> samples,
        List<DemoTask> tasks,
        MovedTask movedUp,
        List<GroupActivity> activities,
        double protectedMinutes,
        Map<String, Long> resultsByTask,
        long deadLetters,
        int minimum,
        boolean isBackAtMinimum) {
    /** The waits of those that were submitted to a lane. */
    public Waits waits(String lane) {
        return Waits.of(tasks.stream()
                .filter(task -> task.lane().equals(lane))
                .filter(task -> !task.id().equals(movedUp.task().id()))
                .toList());
    }

    /** How many of standard's tasks began after the one that had waited behind all of them. */
    public long overtaken() {
        Instant began = movedUp.task().startedAt().orElse(Instant.MAX);
        return tasks.stream()
                .filter(task -> task.lane().equals(Load.FLOODED))
                .filter(task -> task.startedAt().filter(began::isBefore).isPresent())
                .count();
    }

    /** The most of standard's instances that were protected at once. */
    public int mostProtected() {
        return samples.stream().mapToInt(Sample::shielded).max().orElse(0);
    }

    public long succeeded() {
        return tasks.stream().filter(DemoTask::hasSucceeded).count();
    }

    public long failed() {
        return tasks.stream()
                .filter(task -> task.hasEnded() && !task.hasSucceeded())
                .count();
    }

    /** Tasks that a second worker had to take up; no fault, if they succeeded once. */
    public long redelivered() {
        return tasks.stream().filter(task -> task.attempts() > 1).count();
    }

    /** Tasks that succeeded and have more than one result, or none. */
    public List<String> withoutExactlyOneResult() {
        return tasks.stream()
                .filter(DemoTask::hasSucceeded)
                .map(DemoTask::id)
                .filter(id -> resultsByTask.getOrDefault(id, 0L) != 1)
                .toList();
    }

    /** The most instances that standard's group wanted. */
    public int mostDesired() {
        return samples.stream().mapToInt(Sample::desired).max().orElse(0);
    }

    /** Whether every task was done, exactly once. */
    public boolean isNothingLost() {
        return succeeded() == tasks.size() && withoutExactlyOneResult().isEmpty() && deadLetters == 0;
    }
}
