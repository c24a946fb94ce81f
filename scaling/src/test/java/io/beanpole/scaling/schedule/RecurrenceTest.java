package io.beanpole.scaling.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.scaling.ScalingException;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecurrenceTest {
    private static final ZoneId UTC = ZoneId.of("UTC");

    @ParameterizedTest
    @CsvSource({
        "'0 7 * * MON-FRI', 2026-11-20T07:00:00Z, 2026-11-23T07:00:00Z",
        "'*/15 * * * *', 2026-11-21T08:00:30Z, 2026-11-21T08:15:00Z",
        "'30 0 1 1,6,12 *', 2026-11-21T08:00:00Z, 2026-12-01T00:30:00Z",
        "'0 0 * * 7', 2026-11-21T08:00:00Z, 2026-11-22T00:00:00Z",
        "'0 0 29 2 *', 2026-11-21T08:00:00Z, 2028-02-29T00:00:00Z",
        "'0 12 13 * fri', 2026-11-21T08:00:00Z, 2026-11-27T12:00:00Z",
        "'5/20 9 * * *', 2026-11-21T09:05:00Z, 2026-11-21T09:25:00Z"
    })
    void theNextTimeIsTheFirstThatAllFieldsName(String expression, Instant after, Instant next) {
        assertThat(Recurrence.of(expression, UTC).next(after)).contains(next);
    }

    @Test
    void aTimeZoneMovesItWithSummerTime() {
        Recurrence morning = Recurrence.of("0 8 * * *", ZoneId.of("Europe/Zurich"));

        assertThat(morning.next(Instant.parse("2026-07-01T00:00:00Z"))).contains(Instant.parse("2026-07-01T06:00:00Z"));
        assertThat(morning.next(Instant.parse("2026-12-01T00:00:00Z"))).contains(Instant.parse("2026-12-01T07:00:00Z"));
    }

    @Test
    void aDayThatNeverComesHasNoNextTime() {
        assertThat(Recurrence.of("0 0 30 2 *", UTC).next(Instant.parse("2026-11-21T08:00:00Z")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "* * * *",
                "* * * * * *",
                "60 * * * *",
                "* 24 * * *",
                "1-0 * * * *",
                "*/0 * * * *",
                "a * * * *",
                "1-2-3 * * * *",
                "* * 0 * *",
                "1,,2 * * * *",
                "99999999999 * * * *"
            })
    void whatIsNoExpressionIsRefusedWithASentence(String expression) {
        assertThatThrownBy(() -> Recurrence.of(expression, UTC))
                .isInstanceOf(ScalingException.class)
                .hasMessageContaining("recurrence string");
    }
}
