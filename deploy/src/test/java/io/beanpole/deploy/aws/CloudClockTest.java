package io.beanpole.deploy.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** What time it is for the cloud. */
class CloudClockTest {
    private static final Instant HERE = Instant.parse("2026-11-21T09:42:10Z");

    private final CloudClock clock = new CloudClock(Clock.fixed(HERE, ZoneOffset.UTC));

    @Test
    void aFewSecondsAreNoDifference() {
        clock.heard(HERE.plusSeconds(40));

        assertThat(clock.ahead()).isZero();
        assertThat(clock.remark()).isEmpty();
    }

    @Test
    void aMachineThatIsHoursBehindFollowsTheCloudAndSaysSo() {
        clock.heard(HERE.plus(Duration.ofMinutes(185)));

        assertThat(clock.ahead()).isEqualTo(Duration.ofMinutes(185));
        assertThat(clock.remark().orElseThrow())
                .startsWith("The clock of this machine is 3 h 5 min behind the cloud's");
    }

    @Test
    void whoHoldsItInAnotherZoneHearsWhatIsHeardLater() {
        var there = clock.withZone(ZoneId.of("Europe/Berlin"));

        clock.heard(HERE.plus(Duration.ofHours(3)));

        assertThat(there.instant()).isEqualTo(HERE.plus(Duration.ofHours(3)));
        assertThat(there.getZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(there.remark()).isEqualTo(clock.remark());
    }

    @Test
    void aMachineThatIsAheadToo() {
        clock.heard(HERE.minus(Duration.ofMinutes(30)));

        assertThat(clock.ahead()).isNegative();
        assertThat(clock.remark().orElseThrow()).contains("30 min ahead of");
    }

    @Test
    void whoSetTheirClockRightIsBelievedAtOnce() {
        clock.heard(HERE.plus(Duration.ofHours(3)));
        clock.heard(HERE);

        assertThat(clock.remark()).isEmpty();
    }
}
