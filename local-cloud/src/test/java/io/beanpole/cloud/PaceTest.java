package io.beanpole.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
    @Test
    void aMinuteOnAwsIsASecondAtSixty() {
        assertThat(new Pace(60).of(Duration.ofMinutes(3))).isEqualTo(Duration.ofSeconds(3));
        assertThat(Pace.AS_ON_AWS.of(Duration.ofMinutes(3))).isEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void aWaitNeverBecomesABusyLoop() {
        assertThat(new Pace(10_000).of(Duration.ofSeconds(1))).isEqualTo(Duration.ofMillis(20));
        assertThat(new Pace(10_000).of(Duration.ZERO)).isZero();
    }

    @Test
    void slowerThanAwsIsRefused() {
        assertThatThrownBy(() -> new Pace(0.5)).hasMessageContaining("from 1 to 10000, not 0.5");
        assertThatThrownBy(() -> new Pace(Double.NaN)).hasMessageContaining("not NaN");
    }
}
