package io.beanpole.task.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What stands on the queue: which task to do. Everything else is in the row.
 *
 * @param version of this format; 1
 * @param id the task
 * @param kind of the task, for people who read the queue
 * @param lane where it was sent; tells a stray from the task's message where no generation does
 * @param generation which sending of the task this is, 0 for the first; null in messages of older writers. Older readers
 *     pass it over, and do no harm: they take a stray for the task's message, and the other one then finds it done
 */
public record TaskMessage(
        int version,
        UUID id,
        String kind,
        String lane,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer generation) {
    /** The version this code writes and reads. */
    public static final int VERSION = 1;

    public static TaskMessage of(UUID id, String kind, String lane, int generation) {
        return new TaskMessage(VERSION, id, kind, lane, generation);
    }
}
