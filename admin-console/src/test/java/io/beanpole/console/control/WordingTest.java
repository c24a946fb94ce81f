package io.beanpole.console.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
    @ParameterizedTest
    @CsvSource({
        "PT0.4S, 0.4 s",
        "PT3S, 3 s",
        "PT42.7S, 42 s",
        "PT60S, 1 min",
        "PT3M30S, 3 min 30 s",
        "PT2H5M, 2 h 5 min",
        "P4DT3H, 4 d 3 h"
    })
    void aDurationIsSaidInItsTwoLargestUnits(Duration duration, String words) {
        assertThat(Wording.duration(duration)).isEqualTo(words);
    }

    @Test
    void aTimeOfAnotherDaySaysTheDay() {
        var zone = ZoneId.of("Europe/Zurich");
        var now = Instant.parse("2026-11-21T09:00:00Z");

        assertThat(Wording.time(now.minusSeconds(60), now, zone)).isEqualTo("09:59:00");
        assertThat(Wording.time(now.minus(Duration.ofDays(1)), now, zone)).isEqualTo("20 Nov 10:00:00");
    }

    @Test
    void numbersAreGroupedAndCountsAgreeWithTheirNoun() {
        assertThat(Wording.number(1204)).isEqualTo("1,204");
        assertThat(Wording.count(1, "alarm")).isEqualTo("1 alarm");
        assertThat(Wording.count(2, "alarm")).isEqualTo("2 alarms");
        assertThat(Wording.plain(20)).isEqualTo("20");
        assertThat(Wording.plain(0.25)).isEqualTo("0.3");
    }
}
