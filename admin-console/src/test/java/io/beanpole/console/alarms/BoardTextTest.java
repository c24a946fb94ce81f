package io.beanpole.console.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.deploy.alarm.AlarmKind;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class BoardTextTest {
    private static final AlarmLine RAISED = new AlarmLine(
            BusyBoard.alarm("BacklogHigh", "ALARM", AlarmKind.QUEUE, "standard", 3),
            Standing.RINGING,
            Optional.of(418.0));

    @Test
    void theAgeGrowsWhileTheAlarmStaysAsItIs() {
        var now = new SimpleObjectProperty<Instant>(BusyBoard.NOW);
        var age = BoardText.age(new SimpleObjectProperty<>(RAISED), now);
        assertThat(age.getValue()).isEqualTo("3 min");

        now.set(BusyBoard.NOW.plusSeconds(65));

        assertThat(age.getValue()).isEqualTo("4 min 5 s");
    }

    @Test
    void aLongAgeIsToldInWholeMinutes() {
        assertThat(BoardText.age(RAISED, BusyBoard.NOW.plusSeconds(47 * 60 + 5)))
                .isEqualTo("50 min");
    }

    @Test
    void theValueStandsBesideWhatItTakes() {
        assertThat(BoardText.value(RAISED)).isEqualTo("418, alarm ≥ 20");
        assertThat(BoardText.value(new AlarmLine(RAISED.alarm(), Standing.RINGING, Optional.empty())))
                .isEqualTo("no value, alarm ≥ 20");
    }
}
