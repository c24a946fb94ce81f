package io.beanpole.cloud.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueueSleepTest {
    private final QueueSleep sleep = new QueueSleep(true);
    private Instant now = Instant.parse("2026-11-21T20:00:00Z");

    private boolean isAwakeAfter(Duration later, boolean isActive) {
        now = now.plus(later);
        return sleep.isAwake("jobs", isActive, now);
    }

    @Test
    void aQueueFallsAsleepSixHoursAfterItWasLastActive() {
        assertThat(isAwakeAfter(Duration.ZERO, false)).isTrue();
        assertThat(isAwakeAfter(Duration.ofHours(5), true)).isTrue();
        assertThat(isAwakeAfter(Duration.ofHours(6).minusSeconds(1), false)).isTrue();
        assertThat(isAwakeAfter(Duration.ofSeconds(1), false)).isFalse();
        assertThat(isAwakeAfter(Duration.ofHours(20), false)).isFalse();
    }

    @Test
    void aQueueThatWakesIsBlindForAQuarterOfAnHour() {
        isAwakeAfter(Duration.ZERO, false);
        assertThat(isAwakeAfter(Duration.ofHours(7), false)).isFalse();

        assertThat(isAwakeAfter(Duration.ofMinutes(1), true)).isFalse();
        assertThat(isAwakeAfter(Duration.ofMinutes(14), true)).isFalse();
        assertThat(isAwakeAfter(Duration.ofMinutes(1), false)).isTrue();
        assertThat(isAwakeAfter(Duration.ofHours(1), false)).isTrue();
    }

    @Test
    void aQueueThatWasDeletedAndMadeAgainIsAwake() {
        isAwakeAfter(Duration.ZERO, false);
        assertThat(isAwakeAfter(Duration.ofHours(7), false)).isFalse();

        sleep.keepOnly(List.of());

        assertThat(isAwakeAfter(Duration.ofMinutes(1), false)).isTrue();
    }

    @Test
    void aQueueThatIsToldToSleepWakesAQuarterOfAnHourAfterItWasCalled() {
        QueueSleep told = new QueueSleep(false);
        Instant begin = Instant.parse("2026-11-21T08:00:00Z");
        told.fallAsleep("jobs", begin);

        assertThat(told.isAwake("jobs", true, begin.plusSeconds(1))).isFalse();
        assertThat(told.isAwake("jobs", true, begin.plusSeconds(60))).isFalse();
        assertThat(told.isAwake("jobs", false, begin.plusSeconds(902))).isTrue();
        assertThat(told.isAwake("jobs", false, begin.plus(Duration.ofHours(9)))).isTrue();
    }
}
