package io.beanpole.console.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class DepthHistoryTest {
    private final DepthHistory history = new DepthHistory();

    @Test
    void itReachesBackToTheBeginningHoweverLongTheConsoleIsOpen() {
        for (int second = 0; second < 10_000; second++) {
            history.add(Instant.ofEpochSecond(second), second);
        }

        var points = history.pointsProperty().get();
        assertThat(points).hasSizeLessThanOrEqualTo(720).hasSizeGreaterThan(300);
        assertThat(points.get(0).at()).isEqualTo(Instant.EPOCH);
        assertThat(points.get(points.size() - 1).depth()).isEqualTo(9_999);
        assertThat(points).isSortedAccordingTo((left, right) -> left.at().compareTo(right.at()));
    }

    @Test
    void aClockThatWasSetBackLeavesNoPointOfTheFuture() {
        history.add(Instant.ofEpochSecond(100), 5);
        history.add(Instant.ofEpochSecond(50), 6);

        assertThat(history.pointsProperty().get())
                .containsExactly(new DepthHistory.Point(Instant.ofEpochSecond(50), 6));
    }
}
