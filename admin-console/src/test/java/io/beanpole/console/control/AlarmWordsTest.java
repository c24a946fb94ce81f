package io.beanpole.console.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.deploy.scaling.AlarmSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlarmWordsTest {
    @Test
    void aStateHasOneWordWhateverScreenShowsIt() {
        assertThat(AlarmWords.state(alarm("OK", ">="))).isEqualTo("OK");
        assertThat(AlarmWords.state(alarm("ALARM", ">="))).isEqualTo("In alarm");
        assertThat(AlarmWords.state(alarm("INSUFFICIENT_DATA", ">="))).isEqualTo("No data");
    }

    @Test
    void anAlarmThatOnlyShrinksAnIdleLaneIsCalledInAlarmTooButNotBad() {
        var idle = AlarmWords.mark(alarm("ALARM", "<="));

        assertThat(idle.text()).isEqualTo("In alarm: idle");
        assertThat(idle.tone()).isEqualTo(Tone.NOTICE);
        assertThat(AlarmWords.threshold(alarm("ALARM", "<="))).isEqualTo("≤ 20");
        assertThat(AlarmWords.condition(alarm("ALARM", ">="))).isEqualTo("depth ≥ 20, 1 of 1 × 1 min");
    }

    private static AlarmSummary alarm(String state, String comparison) {
        return new AlarmSummary(
                "Backlog",
                state,
                "",
                Instant.EPOCH,
                "depth",
                comparison,
                20,
                Duration.ofMinutes(1),
                1,
                1,
                "notBreaching",
                List.of("BacklogPolicy"));
    }
}
