package io.beanpole.worker.notice;

import io.beanpole.task.Task;
import io.beanpole.task.TaskState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What others learn about a task that has ended. */
record Notice(
        UUID id,
        String kind,
        TaskState state,
        String owner,
        String lane,
        @Nullable String resultKey,
        @Nullable String error,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    static Notice of(Task task) {
        return new Notice(
                task.id(),
                task.kind(),
                task.state(),
                task.owner(),
                task.lane(),
                task.result() == null ? null : task.result().key(),
                task.error(),
                task.createdAt(),
                task.startedAt(),
                task.finishedAt());
    }
}
