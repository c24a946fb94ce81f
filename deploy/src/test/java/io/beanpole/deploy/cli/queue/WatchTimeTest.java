package io.beanpole.deploy.cli.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How long a redrive waits for the fate of what it sent. */
class WatchTimeTest {
    private static final Map<String, String> QUEUE =
            Map.of("RedrivePolicy", "{\"deadLetterTargetArn\":\"a\",\"maxReceiveCount\":5}", "VisibilityTimeout", "40");

    @Test
    void aMessageLivesForItsReceivesTimesTheTimeUntilItIsVisibleAgain() {
        assertThat(WatchTime.life(QUEUE, Map.of("ErrorVisibilityTimeout", "15", "VisibilityTimeout", "1800")))
                .isEqualTo(Duration.ofSeconds(75));
        assertThat(WatchTime.life(QUEUE, Map.of("VisibilityTimeout", "1800"))).isEqualTo(Duration.ofSeconds(9000));
        assertThat(WatchTime.life(QUEUE, Map.of())).isEqualTo(Duration.ofSeconds(200));
        assertThat(WatchTime.life(QUEUE, Map.of("ErrorVisibilityTimeout", "0"))).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void theUsualTimeOutlastsWhatFailsAtOnce() {
        var time = WatchTime.of(Optional.empty(), Duration.ofSeconds(75));

        assertThat(time.time()).isEqualTo(Duration.ofSeconds(90));
        assertThat(time.message())
                .isEqualTo(
                        "Waiting for up to 1 min 30 s to see what fails again: a message whose tries all fail at once is"
                                + " a dead letter again after 1 min 15 s.");
    }

    @Test
    void theUsualTimeIsAMinuteToHalfAnHour() {
        assertThat(WatchTime.of(Optional.empty(), Duration.ofSeconds(2)).time()).isEqualTo(Duration.ofMinutes(1));
        var late = WatchTime.of(Optional.empty(), Duration.ofHours(2));
        assertThat(late.time()).isEqualTo(Duration.ofMinutes(30));
        assertThat(late.message()).contains("can't stop the run");
    }

    @Test
    void aChosenTimeThatIsTooShortIsSaid() {
        var time = WatchTime.of(Optional.of(Duration.ofSeconds(5)), Duration.ofSeconds(75));

        assertThat(time.time()).isEqualTo(Duration.ofSeconds(5));
        assertThat(time.message()).startsWith("Waiting for up to 5 s only").contains("can't stop the run");
    }
}
