package io.beanpole.cloud.cloudwatch;

import io.beanpole.scaling.alarm.AlarmState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with an alarm.
 *
 * @param reason a sentence
 * @param data the reason as JSON; null where there is none
 * @param updated when the state was last set
 * @param transitioned when the state last became another one
 */
record AlarmCondition(
        AlarmState state, String reason, @Nullable String data, Instant updated, Instant transitioned) {
    /** How it stands with a new alarm. */
    static AlarmCondition unchecked(Instant at) {
        return new AlarmCondition(AlarmState.INSUFFICIENT_DATA, "Unchecked: Initial alarm creation", null, at, at);
    }

    /** The state is set; it may be the same as before. */
    AlarmCondition next(AlarmState next, String itsReason, @Nullable String itsData, Instant at) {
        return new AlarmCondition(next, itsReason, itsData, at, next == state ? transitioned : at);
    }
}
