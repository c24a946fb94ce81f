package io.beanpole.task;

/** Where a task is in its life; {@link #canBecome} is the whole state machine. */
public enum TaskState {
    /** Accepted; waits on the queue of its lane. */
    QUEUED,
    /** A worker holds the lease and works on it. */
    RUNNING,
    /** The result is in S3. */
    SUCCEEDED,
    /** Ended with a sentence that says why. */
    FAILED,
    /** Its owner no longer wants it. */
    CANCELLED;

    /** Whether a task may move from this state to {@code next}; {@code RUNNING → QUEUED} is a lease that ran out or a hand-back. */
    public boolean canBecome(TaskState next) {
        return switch (this) {
            case QUEUED -> next == RUNNING || next == CANCELLED || next == FAILED;
            case RUNNING -> next != RUNNING;
            case SUCCEEDED, FAILED, CANCELLED -> false;
        };
    }

    /** Whether nothing can follow: a message for such a task is a duplicate. */
    public boolean isFinal() {
        return switch (this) {
            case QUEUED, RUNNING -> false;
            case SUCCEEDED, FAILED, CANCELLED -> true;
        };
    }
}
