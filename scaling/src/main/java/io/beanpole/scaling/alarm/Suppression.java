package io.beanpole.scaling.alarm;

import java.time.Duration;
import java.time.Instant;

/**
 * Whether another alarm keeps a composite alarm's actions from running: while it is in ALARM; for a while after the
 * composite alarm changed, in case it follows; and for a while after it left ALARM. See
 * <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-suppression.html">alarm suppression</a>.
 */
public enum Suppression {
    NONE,
    /** The suppressor is in ALARM. */
    BY_ALARM,
    /** The suppressor may still go into ALARM. */
    BY_WAIT_PERIOD,
    /** The suppressor has just left ALARM. */
    BY_EXTENSION_PERIOD;

    /**
     * What the suppressor is.
     *
     * @param state its state
     * @param since when it went into that state
     * @param hasBeenInAlarm whether the state before was ALARM
     */
    public record Suppressor(AlarmState state, Instant since, boolean hasBeenInAlarm) {}

    /** How long the two periods are. */
    public record Periods(Duration waiting, Duration extension) {}

    /**
     * Decides.
     *
     * @param changed when the composite alarm went into its state, of which the actions are at stake
     * @param now the time of the evaluation
     */
    public static Suppression of(Suppressor suppressor, Periods periods, Instant changed, Instant now) {
        if (suppressor.state() == AlarmState.ALARM) {
            return BY_ALARM;
        }
        if (suppressor.hasBeenInAlarm() && now.isBefore(suppressor.since().plus(periods.extension()))) {
            return BY_EXTENSION_PERIOD;
        }
        boolean waits = !suppressor.hasBeenInAlarm() || suppressor.since().isBefore(changed);
        return waits && now.isBefore(changed.plus(periods.waiting())) ? BY_WAIT_PERIOD : NONE;
    }
}
