package io.beanpole.console.queues;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.deploy.lane.LaneFlow;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimeToEmptyTest {
    @Test
    void anEmptyLaneIsEmptyWhateverItsRates() {
        assertThat(TimeToEmpty.of(0, Optional.of(new LaneFlow(9, 1)))).isEqualTo(said("empty", "nothing waits"));
        assertThat(TimeToEmpty.of(0, Optional.empty())).isEqualTo(said("empty", "nothing waits"));
    }

    @Test
    void aLaneThatFillsFasterThanItDrainsIsNeverEmpty() {
        assertThat(TimeToEmpty.of(10, Optional.of(new LaneFlow(9, 1)))).isEqualTo(said("never", "empty at this rate"));
    }

    @Test
    void aLaneThatDrainsSaysHowLong() {
        assertThat(TimeToEmpty.of(100, Optional.of(new LaneFlow(10, 20)))).isEqualTo(said("10 min", "until empty"));
    }

    @Test
    void withoutFiguresNothingIsPromised() {
        assertThat(TimeToEmpty.of(100, Optional.empty())).isEqualTo(said("–", "until empty"));
    }

    private static TimeToEmpty said(String figure, String caption) {
        return new TimeToEmpty(figure, caption);
    }
}
