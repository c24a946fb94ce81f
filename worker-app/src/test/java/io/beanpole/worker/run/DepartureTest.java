package io.beanpole.worker.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is handed back at once when an instance goes away, and what may go on. */
class DepartureTest {
    @ParameterizedTest
    @CsvSource({
        // first look at %, last look at %, seconds between, seconds left, is handed back
        "1, 51, 10, 20, false",
        "1, 51, 10, 7, false", // 10 s needed: a guess may be wrong by a half
        "1, 51, 10, 6, true",
        "20, 30, 30, 120, true", // 210 s needed
        "20, 21, 1, 10, false", // seen for too short a time
        "0, 0, 60, 10, false", // nobody can tell
        "0, 0, 60, 0, true",
        "90, 100, 5, 1, false"
    })
    void whatNeedsMuchMoreTimeThanThereIsIsHandedBackAtOnce(
            int first, int last, int between, int left, boolean isHandedBack) {
        Forecast forecast = new Forecast();
        forecast.seen(0, 0);
        forecast.seen(first, TimeUnit.SECONDS.toNanos(5));
        forecast.seen(last, TimeUnit.SECONDS.toNanos(5 + between));

        // Half a second more, which the test itself may take.
        Departure departure =
                left == 0 ? Departure.in(Duration.ZERO) : Departure.in(Duration.ofMillis(left * 1000L + 500));

        assertThat(departure.isTooSoonFor(forecast)).isEqualTo(isHandedBack);
    }

    @Test
    void theForecastGoesByTheProgressSinceTheFirst() {
        Forecast forecast = new Forecast();
        forecast.seen(0, 0);
        forecast.seen(10, TimeUnit.SECONDS.toNanos(60)); // a minute of fetching
        forecast.seen(30, TimeUnit.SECONDS.toNanos(70));

        assertThat(forecast.remaining()).contains(Duration.ofSeconds(35));
    }

    @Test
    void aDeliveryIsHeldUntilTheEndAtMostAndALittleEvenThen() {
        Departure departure = Departure.in(Duration.ofSeconds(20));

        assertThat(departure.waitMillis(Duration.ofSeconds(30))).isBetween(15_000L, 20_000L);
        assertThat(departure.waitMillis(Duration.ofSeconds(5))).isEqualTo(5_000);
        assertThat(Departure.in(Duration.ZERO).waitMillis(Duration.ofSeconds(30)))
                .isEqualTo(3_000);
    }

    @Test
    void theEarlierOfTwoDeparturesHolds() {
        Departure late = Departure.in(Duration.ofHours(2));
        Departure soon = Departure.in(Duration.ofHours(1));

        assertThat(late.orEarlier(soon)).isEqualTo(soon);
        assertThat(soon.orEarlier(late)).isEqualTo(soon);
    }
}
