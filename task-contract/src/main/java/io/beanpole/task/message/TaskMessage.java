package io.beanpole.task.message;

import java.util.UUID;

/**
 * What stands on the queue: which task to do. Everything else is in the row.
 *
 * @param version of this format; 1
 * @param id the task
 * @param kind of the task, for people who read the queue
 * @param lane of the task, for people who read the queue
 */
public record TaskMessage(int version, UUID id, String kind, String lane) {
    /** The version this code writes and reads. */
    public static final int VERSION = 1;

    public static TaskMessage of(UUID id, String kind, String lane) {
        return new TaskMessage(VERSION, id, kind, lane);
    }
}
