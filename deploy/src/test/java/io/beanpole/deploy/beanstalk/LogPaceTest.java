package io.beanpole.deploy.beanstalk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LogPaceTest {
    @Test
    void anInstanceThatIsGoneIsNotWaitedForOnceTheOthersHaveCome() {
        var arrivals = LogPace.AWS.arrivals();
        assertThat(arrivals.haveEnded(1)).isFalse();
        assertThat(arrivals.haveEnded(2)).isFalse();

        for (int look = 1; look < LogPace.AWS.quietLooks(); look++) {
            assertThat(arrivals.haveEnded(2)).isFalse();
        }

        assertThat(arrivals.haveEnded(2)).isTrue();
    }

    @Test
    void beforeTheFirstInstanceItWaitsForTheWholeTime() {
        var arrivals = LogPace.AWS.arrivals();

        for (int look = 0; look < 100; look++) {
            assertThat(arrivals.haveEnded(0)).isFalse();
        }
    }

    @Test
    void awsIsAskedAtMostTwentyTimesAMinute() {
        assertThat(LogPace.AWS.look()).isGreaterThanOrEqualTo(Duration.ofSeconds(3));
    }
}
