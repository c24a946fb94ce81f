package io.beanpole.task;

/** What a worker learns when it renews its lease. */
public enum LeaseState {
    /** Go on. */
    HELD,
    /** Go no further: the owner cancelled the task. */
    CANCEL_REQUESTED,
    /** Go no further: another worker has it, or it ended. */
    LOST
}
