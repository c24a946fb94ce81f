package io.beanpole.web.task;

import io.beanpole.task.Task;
import io.beanpole.task.TaskResult;
import io.beanpole.task.TaskState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A task as its owner sees it.
 *
 * @param progress percent, 0 to 100
 * @param error a sentence; only when the state is FAILED
 * @param promotedAt when it was put into its lane because it had waited too long in a less urgent one; null when it was not
 */
public record TaskView(
        UUID id,
        String kind,
        String lane,
        JsonNode input,
        TaskState state,
        int progress,
        int attempts,
        boolean cancelRequested,
        @Nullable String error,
        @Nullable ResultView result,
        Instant createdAt,
        @Nullable Instant promotedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    /** Shows a task. */
    public static TaskView of(Task task) {
        TaskResult result = task.result();
        return new TaskView(
                task.id(),
                task.kind(),
                task.lane(),
                task.input(),
                task.state(),
                task.progress(),
                task.attempts(),
                task.cancelRequested(),
                task.error(),
                result == null ? null : new ResultView(result.contentType(), result.size(), result.durationSeconds()),
                task.createdAt(),
                task.promotedAt(),
                task.startedAt(),
                task.finishedAt());
    }

    /**
     * What the task made; its bytes are at {@code /api/tasks/{id}/result}.
     *
     * @param size in bytes
     * @param durationSeconds null for a still
     */
    public record ResultView(
            String contentType, long size, @Nullable Double durationSeconds) {}
}
