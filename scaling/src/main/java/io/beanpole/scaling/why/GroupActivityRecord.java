package io.beanpole.scaling.why;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A scaling activity as Auto Scaling tells it.
 *
 * @param ended null while it is in progress
 * @param status Successful, Failed, Cancelled, InProgress ...
 * @param cause AWS's sentences on why; they name the alarm, the policy and the change
 * @param message why it failed; empty where it didn't
 */
public record GroupActivityRecord(
        Instant started, @Nullable Instant ended, String status, String description, String cause, String message) {
    private static final String LAUNCH = "Launching a new EC2 instance";
    private static final String TERMINATION = "Terminating EC2 instance: ";
    private static final String ALL_PROTECTED = "protected from scale-in";

    /** Whether it launches an instance, or tries to. */
    public boolean isLaunch() {
        return description.startsWith(LAUNCH);
    }

    boolean isTermination() {
        return description.startsWith(TERMINATION);
    }

    boolean failed() {
        return status.equals("Failed");
    }

    /** Whether nothing came of it. */
    boolean isInVain() {
        return failed() || status.equals("Cancelled");
    }

    /** Whether it tells that no instance may go. AWS ends it as Cancelled, others as Failed; its words are the same. */
    boolean tellsAllProtected() {
        return description.contains(ALL_PROTECTED);
    }

    boolean isByPolicy() {
        return cause.contains("triggered policy ") || cause.contains("executed policy ");
    }

    boolean runsAt(Instant at) {
        return !started.isAfter(at) && (ended == null || ended.isAfter(at)) && !isInVain();
    }

    /** The instance's id, which ends the description. */
    String instance() {
        return description.substring(description.lastIndexOf(' ') + 1);
    }
}
