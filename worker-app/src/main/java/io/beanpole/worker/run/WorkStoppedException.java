package io.beanpole.worker.run;

import io.beanpole.worker.WorkerException;

/** A run ended before its work did, and the work has stopped. */
final class WorkStoppedException extends WorkerException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    enum Reason {
        /** Its owner no longer wants it. */
        CANCELLED,
        /** Another worker may have it. */
        LEASE_LOST,
        /** This instance is going away. */
        SHUTDOWN
    }

    private final Reason reason;

    WorkStoppedException(Reason reason) {
        super("The run was stopped: " + reason);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
