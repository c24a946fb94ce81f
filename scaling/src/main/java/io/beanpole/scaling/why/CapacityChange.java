package io.beanpole.scaling.why;

import io.beanpole.scaling.design.DefaultTriggerNames;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A change of the desired capacity, read from the cause of an activity: AWS keeps no other record of it.
 *
 * @param alarm the alarm that ran the policy; empty for a change by somebody else
 * @param policy the policy; empty likewise
 * @param words who or what it was, in AWS's words
 */
record CapacityChange(Instant at, int before, int after, String alarm, String policy, String words) {
    /**
     * A change by an alarm, a schedule or a person; or an instance that somebody ended or attached, and the capacity with it. What an
     * instance's start or end makes of the actual capacity says nothing of the desired one.
     */
    private static final Pattern CHANGE = Pattern.compile("At (\\S+Z) ((?:(?!At \\S+Z ).)+?),?"
            + " (?:changing the desired|(?<=in response to a user request, )(?:shrinking|increasing) the)"
            + " capacity from (\\d+) to (\\d+)");

    /** Names of alarms and policies may have spaces. */
    private static final Pattern ALARM = Pattern.compile("a monitor alarm (.+?) in state \\S+ triggered policy (.+)");

    /** The changes that an activity's cause tells of, in the order of the text. */
    static List<CapacityChange> in(GroupActivityRecord activity) {
        List<CapacityChange> changes = new ArrayList<>();
        Matcher match = CHANGE.matcher(activity.cause());
        while (match.find()) {
            String words = match.group(2);
            Matcher run = ALARM.matcher(words);
            boolean isByAlarm = run.find();
            Optional<Instant> at = time(match.group(1));
            changes.add(new CapacityChange(
                    at.orElse(activity.started()),
                    Integer.parseInt(match.group(3)),
                    Integer.parseInt(match.group(4)),
                    isByAlarm ? run.group(1) : "",
                    isByAlarm ? run.group(2) : "",
                    words));
        }
        return changes;
    }

    boolean isOut() {
        return after > before;
    }

    boolean isByAlarm() {
        return !alarm.isEmpty();
    }

    /** Whether Elastic Beanstalk's own trigger did it. */
    boolean isByDefaultTrigger() {
        return DefaultTriggerNames.isAlarm(alarm);
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
