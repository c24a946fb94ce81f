package io.beanpole.deploy.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuickFailureTest {
    private static final Map<String, String> QUEUE =
            Map.of("RedrivePolicy", "{\"deadLetterTargetArn\":\"a\",\"maxReceiveCount\":5}", "VisibilityTimeout", "40");

    @Test
    void aMessageLivesForItsReceivesTimesTheTimeUntilItIsVisibleAgain() {
        assertThat(QuickFailure.of(QUEUE, Map.of("ErrorVisibilityTimeout", "15", "VisibilityTimeout", "1800"))
                        .life())
                .isEqualTo(Duration.ofSeconds(75));
        assertThat(QuickFailure.of(QUEUE, Map.of("VisibilityTimeout", "1800")).life())
                .isEqualTo(Duration.ofSeconds(9000));
        assertThat(QuickFailure.of(QUEUE, Map.of()).life()).isEqualTo(Duration.ofSeconds(200));
        assertThat(QuickFailure.of(QUEUE, Map.of("ErrorVisibilityTimeout", "0")).life())
                .isEqualTo(Duration.ofSeconds(5));
    }
}
