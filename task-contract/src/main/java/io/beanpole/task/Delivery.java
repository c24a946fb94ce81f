package io.beanpole.task;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The sending of a task that a message on a queue stands for. A task that moved to another lane or was sent again has
 * messages that stand for nothing any more.
 *
 * @param lane where it was sent; null when the message doesn't say
 * @param generation which sending, 0 for the first; null in messages of writers that don't count
 */
public record Delivery(
        UUID taskId, @Nullable String lane, @Nullable Integer generation) {
    /** Whether the task was moved or sent again since. */
    boolean isOlderThan(Task task) {
        if (generation != null) {
            return generation < task.generation();
        }
        return lane != null && !lane.equals(task.lane());
    }
}
