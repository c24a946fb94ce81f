package io.beanpole.cloud.autoscaling;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a group did, or could not do.
 *
 * @param status AWS's word, such as InProgress
 * @param message why it failed, or an empty text
 * @param end null while it is in progress
 */
record ActivityRecord(
        String id,
        String group,
        String description,
        String cause,
        Instant start,
        @Nullable Instant end,
        String status,
        String message) {
    static final String IN_PROGRESS = "InProgress";
    static final String MID_LIFECYCLE_ACTION = "MidLifecycleAction";
    static final String SUCCESSFUL = "Successful";
    static final String FAILED = "Failed";
    static final String CANCELLED = "Cancelled";

    ActivityRecord withStatus(String next) {
        return new ActivityRecord(id, group, description, cause, start, end, next, message);
    }

    ActivityRecord ended(String next, String why, Instant at) {
        return new ActivityRecord(id, group, description, cause, start, at, next, why);
    }
}
