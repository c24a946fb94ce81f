package io.beanpole.cloud.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.beanpole.cloud.SettableClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrafficWindowTest {
    private final SettableClock clock = new SettableClock();
    private final TrafficWindow window = new TrafficWindow(clock);

    @Test
    void onlyTheLastTenSecondsCount() {
        window.add(200, Duration.ofMillis(5));
        clock.advance(Duration.ofSeconds(4));
        window.add(503, Duration.ofMillis(5));

        clock.advance(Duration.ofMillis(5_999));
        assertThat(window.summary().requests()).isEqualTo(2);
        clock.advance(Duration.ofMillis(1));
        assertThat(window.summary().requests()).isEqualTo(1);
        assertThat(window.summary().answered(5)).isEqualTo(1);
        clock.advance(Duration.ofSeconds(4));
        assertThat(window.summary().requests()).isZero();
    }

    @Test
    void percentilesAreTimesWithinWhichSoManyWereAnswered() {
        for (int i = 100; i >= 1; i--) {
            window.add(200, Duration.ofMillis(i));
        }

        TrafficSummary summary = window.summary();
        assertThat(summary.latency(10).orElseThrow()).isCloseTo(0.010, within(1e-9));
        assertThat(summary.latency(50).orElseThrow()).isCloseTo(0.050, within(1e-9));
        assertThat(summary.latency(99).orElseThrow()).isCloseTo(0.099, within(1e-9));
        assertThat(summary.latency(99.9).orElseThrow()).isCloseTo(0.100, within(1e-9));
        assertThat(new TrafficWindow(clock).summary().latency(50)).isEmpty();
    }

    @Test
    void severalInstancesAreSummedAndTheirLatenciesMixed() {
        TrafficWindow other = new TrafficWindow(clock);
        window.add(200, Duration.ofSeconds(1));
        other.add(404, Duration.ofSeconds(3));
        other.add(302, Duration.ofSeconds(2));

        TrafficSummary both = TrafficWindow.summary(List.of(window, other));

        assertThat(both.requests()).isEqualTo(3);
        assertThat(both.latency(50).orElseThrow()).isEqualTo(2.0);
        assertThat(both.answered(4)).isEqualTo(1);
        assertThat(both.share(2)).isCloseTo(1 / 3.0, within(1e-9));
    }
}
