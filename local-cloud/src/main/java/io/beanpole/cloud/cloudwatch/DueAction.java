package io.beanpole.cloud.cloudwatch;

import io.beanpole.scaling.alarm.AlarmState;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/**
 * An action that an evaluation makes due.
 *
 * @param isNews whether the alarm's state has changed; otherwise what it says is written down only when it differs
 */
record DueAction(String arn, AlarmChange change, boolean isNews) {
    private static final String SCALING_POLICY = "arn:aws:autoscaling:";

    /** The alarm's state has changed: everything that is listed for the new state runs. */
    static List<DueAction> changed(Alarm before, Alarm now, OptionalDouble value, Instant at) {
        AlarmChange change = new AlarmChange(before, now, value, at);
        return now.dueActions().stream()
                .map(arn -> new DueAction(arn, change, true))
                .toList();
    }

    /** The alarm's state stays: scaling policies of one that is in ALARM run again, and nothing else does. */
    static List<DueAction> again(Alarm alarm, OptionalDouble value, Instant at) {
        if (alarm.condition().state() != AlarmState.ALARM) {
            return List.of();
        }
        AlarmChange change = new AlarmChange(alarm, alarm, value, at);
        return alarm.dueActions().stream()
                .filter(arn -> arn.startsWith(SCALING_POLICY))
                .map(arn -> new DueAction(arn, change, false))
                .toList();
    }

    ActionCall call() {
        return new ActionCall(arn, change.firing());
    }
}
