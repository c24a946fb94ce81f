package io.beanpole.deploy.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.deploy.scaling.Series.Kind;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Which points are shown. */
class MetricReadingTest {
    private static final Instant BEGIN = Instant.parse("2026-11-21T09:42:00Z");
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

    @Test
    void aCountIsWholeWhenItsMinuteIsOver() {
        assertThat(isWhole(Kind.SENT, Duration.ofSeconds(59), TEN_SECONDS)).isFalse();
        assertThat(isWhole(Kind.PROTECTED, Duration.ofSeconds(59), TEN_SECONDS)).isFalse();
        assertThat(isWhole(Kind.SENT, Duration.ofSeconds(60), TEN_SECONDS)).isTrue();
    }

    @Test
    void aCountOfALongerPeriodWhenThatIsOver() {
        assertThat(isWhole(Kind.DELETED, Duration.ofMinutes(4), Duration.ofMinutes(5)))
                .isFalse();
        assertThat(isWhole(Kind.DELETED, Duration.ofMinutes(5), Duration.ofMinutes(5)))
                .isTrue();
    }

    @Test
    void aGaugeIsTrueAtOnce() {
        assertThat(isWhole(Kind.DEPTH, Duration.ofSeconds(1), TEN_SECONDS)).isTrue();
    }

    private static boolean isWhole(Kind kind, Duration later, Duration period) {
        return MetricReading.isWhole(kind, BEGIN, BEGIN.plus(later), period);
    }
}
