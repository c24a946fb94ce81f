package io.beanpole.deploy.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** When a lane will be empty. */
class LaneFlowTest {
    @Test
    void itIsEmptyWhenWhatGoesOutHasMadeUpForWhatComesIn() {
        assertThat(new LaneFlow(10, 40).timeToEmpty(60)).contains(Duration.ofMinutes(2));
        assertThat(new LaneFlow(10, 40).timeToEmpty(0)).contains(Duration.ZERO);
    }

    @Test
    void itNeverIsWhileMoreComesInThanGoesOut() {
        assertThat(new LaneFlow(40, 40).timeToEmpty(1)).isEmpty();
        assertThat(new LaneFlow(40, 10).timeToEmpty(1)).isEmpty();
    }
}
