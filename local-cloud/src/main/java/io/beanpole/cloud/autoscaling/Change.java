package io.beanpole.cloud.autoscaling;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What moves a group's desired capacity, in AWS's words.
 *
 * @param words between "At (time) " and " changing the desired capacity from ..."; empty when nothing was asked for
 * @param isByPolicy whether instances launched for it warm up
 * @param isReplacement whether instances launched for it stand in for others
 */
record Change(String words, boolean isByPolicy, boolean isReplacement) {
    /** The group finds itself smaller or larger than it should be. */
    static final Change NONE = new Change("", false, false);

    /** An unhealthy or interrupted instance is replaced. */
    static final Change REPLACEMENT = new Change("", false, true);

    /** Ends a sentence about one instance. */
    static final String USER_REQUEST = "a user request";

    static Change byUser(String words) {
        return new Change("a user request " + words, false, false);
    }

    static Change byAlarm(String alarm, String state, String policy) {
        return new Change(
                "a monitor alarm " + alarm + " in state " + state + " triggered policy " + policy, true, false);
    }

    /** Begins with what the action set, because AWS tells that before what came of it. */
    static Change bySchedule(Instant at, String action, String settings, String constraints) {
        return new Change(
                "the scheduled action " + action + " executed." + settings + " At " + time(at) + " a scheduled action "
                        + constraints,
                false,
                false);
    }

    static Change byExecution(String policy) {
        return new Change("a user request executed policy " + policy, true, false);
    }

    /** The sentence that begins an activity's cause, with a space after it. */
    String told(Instant at, int before, int after) {
        if (words.isEmpty()) {
            return "";
        }
        String change = before == after ? "" : " changing the desired capacity from " + before + " to " + after;
        return "At " + time(at) + " " + words + change + ".  ";
    }

    /** The sentence that ends a launch's cause. */
    String started(Instant at, int before, int after) {
        return isReplacement
                ? "At " + time(at) + " an instance was started in response to an unhealthy instance needing to be"
                        + " replaced."
                : "At " + time(at) + " an instance was started in response to a difference between desired and actual"
                        + " capacity, increasing the capacity from " + before + " to " + after + ".";
    }

    static String takenOutBy(Instant at, String check) {
        return "At " + time(at) + " an instance was taken out of service in response to " + check + ".";
    }

    static String takenOut(Instant at, int before, int after) {
        return "At " + time(at) + " an instance was taken out of service in response to a difference between desired"
                + " and actual capacity, shrinking the capacity from " + before + " to " + after + ".";
    }

    /** Nothing could be taken out, so nothing was. */
    static String stayed(Instant at, int size) {
        return "At " + time(at) + " the capacity stayed at " + size
                + " in spite of a difference between desired and actual capacity.";
    }

    /** @param did such as "was detached" */
    static String left(Instant at, String id, String did, String response, int before) {
        return "At " + time(at) + " instance " + id + " " + did + " in response to " + response
                + ", shrinking the capacity from " + before + " to " + (before - 1) + ".";
    }

    /** A user asked for it, and the capacity stays. */
    static String moved(Instant at, String id, String did) {
        return "At " + time(at) + " instance " + id + " " + did + " in response to " + USER_REQUEST + ".";
    }

    /** @param did such as "was attached" */
    static String joined(Instant at, String id, String did, String response, int before) {
        return "At " + time(at) + " instance " + id + " " + did + " in response to " + response
                + ", increasing the capacity from " + before + " to " + (before + 1) + ".";
    }

    static String selected(Instant at, String id) {
        return "  At " + time(at) + " instance " + id + " was selected for termination.";
    }

    static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
