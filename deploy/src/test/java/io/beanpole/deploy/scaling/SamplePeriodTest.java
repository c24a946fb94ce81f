package io.beanpole.deploy.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplePeriodTest {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "true, PT1H, PT10S",
        "false, PT1H, PT1M",
        "true, PT4H, PT1M",
        "false, P15D, PT1M",
        "false, P16D, PT5M",
        "false, P64D, PT1H"
    })
    void theDistanceOfPointsIsTheFinestThatIsKept(boolean hasFiner, Duration age, Duration period) {
        assertThat(new SamplePeriod(hasFiner).since(NOW.minus(age), NOW)).isEqualTo(period);
    }

    @Test
    void aPictureOfDaysHasNoMorePointsThanAScreenShows() {
        var now = Instant.parse("2026-11-21T12:00:00Z");
        var aws = new SamplePeriod(false);

        assertThat(aws.over(now.minus(Duration.ofHours(24)), now, now)).isEqualTo(Duration.ofMinutes(1));
        assertThat(aws.over(now.minus(Duration.ofDays(14)), now, now)).isEqualTo(Duration.ofMinutes(5));
        assertThat(aws.over(now.minus(Duration.ofDays(60)), now, now)).isEqualTo(Duration.ofHours(1));
        assertThat(new SamplePeriod(true).over(now.minus(Duration.ofHours(1)), now, now))
                .isEqualTo(Duration.ofSeconds(10));
    }
}
