package io.beanpole.scaling.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.scaling.alarm.Suppression.Suppressor;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SuppressionTest {
    private static final Instant CHANGED = Instant.parse("2026-11-21T08:00:00Z");
    private static final Suppression.Periods PERIODS =
            new Suppression.Periods(Duration.ofSeconds(60), Duration.ofSeconds(120));

    private static Suppression after(int seconds, AlarmState state, int since, boolean hasBeenInAlarm) {
        return Suppression.of(
                new Suppressor(state, CHANGED.plusSeconds(since), hasBeenInAlarm),
                PERIODS,
                CHANGED,
                CHANGED.plusSeconds(seconds));
    }

    @Test
    void actionsRestWhileTheSuppressorIsInAlarm() {
        assertThat(after(5_000, AlarmState.ALARM, 4_000, false)).isEqualTo(Suppression.BY_ALARM);
    }

    @Test
    void actionsWaitForASuppressorThatMayFollow() {
        assertThat(after(0, AlarmState.OK, -500, false)).isEqualTo(Suppression.BY_WAIT_PERIOD);
        assertThat(after(59, AlarmState.OK, -500, true)).isEqualTo(Suppression.BY_WAIT_PERIOD);
        assertThat(after(60, AlarmState.OK, -500, false)).isEqualTo(Suppression.NONE);
    }

    @Test
    void actionsRestForAWhileAfterTheSuppressorLeftAlarm() {
        assertThat(after(30, AlarmState.OK, 20, true)).isEqualTo(Suppression.BY_EXTENSION_PERIOD);
        assertThat(after(139, AlarmState.OK, 20, true)).isEqualTo(Suppression.BY_EXTENSION_PERIOD);
        assertThat(after(140, AlarmState.OK, 20, true)).isEqualTo(Suppression.NONE);
    }
}
