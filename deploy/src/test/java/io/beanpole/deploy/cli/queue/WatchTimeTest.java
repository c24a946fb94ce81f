package io.beanpole.deploy.cli.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.deploy.deadletter.QuickFailure;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How long a redrive waits for the fate of what it sent. */
class WatchTimeTest {
    @Test
    void theUsualTimeOutlastsWhatFailsAtOnce() {
        var time = WatchTime.of(Optional.empty(), new QuickFailure(Duration.ofSeconds(75)));

        assertThat(time.time()).isEqualTo(Duration.ofSeconds(90));
        assertThat(time.message())
                .isEqualTo(
                        "Waiting for up to 1 min 30 s to see what fails again: a message whose tries all fail at once is"
                                + " a dead letter again after 1 min 15 s.");
    }

    @Test
    void theUsualTimeIsAMinuteToHalfAnHour() {
        assertThat(WatchTime.of(Optional.empty(), new QuickFailure(Duration.ofSeconds(2)))
                        .time())
                .isEqualTo(Duration.ofMinutes(1));
        var late = WatchTime.of(Optional.empty(), new QuickFailure(Duration.ofHours(2)));
        assertThat(late.time()).isEqualTo(Duration.ofMinutes(30));
        assertThat(late.message()).contains("can't stop the run");
    }

    @Test
    void aChosenTimeThatIsTooShortIsSaid() {
        var time = WatchTime.of(Optional.of(Duration.ofSeconds(5)), new QuickFailure(Duration.ofSeconds(75)));

        assertThat(time.time()).isEqualTo(Duration.ofSeconds(5));
        assertThat(time.message()).startsWith("Waiting for up to 5 s only").contains("can't stop the run");
    }
}
