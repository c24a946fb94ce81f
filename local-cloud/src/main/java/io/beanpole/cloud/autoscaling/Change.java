package io.beanpole.cloud.autoscaling;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What moves a group's desired capacity, in AWS's words.
 *
 * @param words between "At (time) " and " changing the desired capacity from ..."; empty when nothing was asked for
 * @param isByPolicy whether instances launched for it warm up
 */
record Change(String words, boolean isByPolicy) {
    /** The group finds itself smaller or larger than it should be. */
    static final Change NONE = new Change("", false);

    static Change byUser(String words) {
        return new Change("a user request " + words, false);
    }

    static Change byAlarm(String alarm, String state, String policy) {
        return new Change("a monitor alarm " + alarm + " in state " + state + " triggered policy " + policy, true);
    }

    static Change byExecution(String policy) {
        return new Change("a user request executed policy " + policy, true);
    }

    /** The sentence that begins an activity's cause, with a space after it. */
    String told(Instant at, int before, int after) {
        if (words.isEmpty()) {
            return "";
        }
        String change = before == after ? "" : " changing the desired capacity from " + before + " to " + after;
        return "At " + time(at) + " " + words + change + ".  ";
    }

    static String started(Instant at, int before, int after) {
        return "At " + time(at) + " an instance was started in response to a difference between desired and actual"
                + " capacity, increasing the capacity from " + before + " to " + after + ".";
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

    static String detached(Instant at, String id, String response, int before) {
        return "At " + time(at) + " instance " + id + " was detached in response to " + response
                + ", shrinking the capacity from " + before + " to " + (before - 1) + ".";
    }

    static String attached(Instant at, String id, String response, int before) {
        return "At " + time(at) + " instance " + id + " was attached in response to " + response
                + ", increasing the capacity from " + before + " to " + (before + 1) + ".";
    }

    static String dismissed(Instant at, String id, String response, int before) {
        return "At " + time(at) + " instance " + id + " was taken out of service in response to " + response
                + ", shrinking the capacity from " + before + " to " + (before - 1) + ".";
    }

    static String selected(Instant at, String id) {
        return "  At " + time(at) + " instance " + id + " was selected for termination.";
    }

    static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
