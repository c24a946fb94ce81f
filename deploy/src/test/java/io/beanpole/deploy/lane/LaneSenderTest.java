package io.beanpole.deploy.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** How many messages go in one call. */
class LaneSenderTest {
    @Test
    void smallMessagesGoInTens() {
        assertThat(new LaneSender.Message("small", Map.of()).batch()).isEqualTo(10);
    }

    @Test
    void largeMessagesGoInFewerBecauseTheirBytesCountTogether() {
        assertThat(new LaneSender.Message("x".repeat(100 * 1024), Map.of()).batch())
                .isEqualTo(2);
        assertThat(new LaneSender.Message("x".repeat(100 * 1024), Map.of("a", "y".repeat(60 * 1024))).batch())
                .isEqualTo(1);
        assertThat(new LaneSender.Message("x".repeat(300 * 1024), Map.of()).batch())
                .as("too much for one, which SQS says")
                .isEqualTo(1);
    }
}
