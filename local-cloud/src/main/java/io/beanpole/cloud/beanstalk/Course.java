package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.beanstalk.deployment.Halt;

/** One operation as it runs: where it tells what happens, and whether somebody wants it ended before its time. */
final class Course {
    private final EventLog.OperationEvents events;
    private final Halt halt = new Halt();
    private boolean isAbortable;
    private volatile boolean isAborted;

    Course(EventLog.OperationEvents events) {
        this.events = events;
    }

    EventLog.OperationEvents events() {
        return events;
    }

    /** Ends the waits of this operation. */
    Halt halt() {
        return halt;
    }

    /** Whether somebody may abort it now; not any more when it has come to its clean-up [D]. */
    synchronized void letAbort(boolean may) {
        isAbortable = may && !halt.isCalled();
    }

    synchronized boolean isAbortable() {
        return isAbortable;
    }

    /** False when it is too late, or this operation can't be aborted. */
    synchronized boolean abort() {
        if (!isAbortable) {
            return false;
        }
        isAbortable = false;
        isAborted = true;
        halt.call();
        return true;
    }

    /** Whether somebody aborted it, so that what it has begun goes back where it can. */
    boolean isAborted() {
        return isAborted;
    }

    /** The environment ends: nothing is waited for any more. */
    synchronized void cut() {
        isAbortable = false;
        halt.call();
    }
}
