package io.beanpole.console.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Which stretch of time is shown. */
class FollowTest {
    private static final long NOW = 10_000_000;
    private static final Follow HOUR = Follow.latest(Duration.ofHours(1));

    @Test
    void thePresentIsFollowedUntilAnotherStretchIsChosen() {
        assertThat(HOUR.view(NOW)).isEqualTo(new Viewport(NOW - 3_600_000, NOW));
        assertThat(HOUR.view(NOW + 1_000).to()).isEqualTo(NOW + 1_000);

        var chosen = HOUR.choose(new Viewport(7_000_000, 8_000_000), NOW);

        assertThat(chosen.isLive()).isFalse();
        assertThat(chosen.view(NOW + 60_000)).isEqualTo(new Viewport(7_000_000, 8_000_000));
    }

    @Test
    void zoomingOutToAllOfItFollowsAgain() {
        var view = HOUR.view(NOW);
        var limits = HOUR.all(NOW);

        var zoomed = HOUR.choose(view.zoomed(0.5, 0.25, limits), NOW);
        var back = zoomed.choose(zoomed.view(NOW).zoomed(4, 0.5, limits), NOW);

        assertThat(zoomed.isLive()).isFalse();
        assertThat(back.isLive()).isTrue();
    }

    @Test
    void theTimeUnderThePointerStaysThereWhenZoomed() {
        var view = new Viewport(1_000_000, 3_000_000);
        var zoomed = view.zoomed(0.5, 0.25, new Viewport(0, NOW));

        assertThat(zoomed.span()).isEqualTo(1_000_000);
        assertThat(zoomed.time(250, 1000)).isEqualTo(view.time(250, 1000));
    }

    @Test
    void nothingBeyondTheDataIsShown() {
        var limits = new Viewport(0, 100_000);

        assertThat(new Viewport(40_000, 90_000).moved(1, limits)).isEqualTo(new Viewport(50_000, 100_000));
        assertThat(new Viewport(40_000, 90_000).moved(-9, limits)).isEqualTo(new Viewport(0, 50_000));
        assertThat(new Viewport(40_000, 90_000).zoomed(100, 0.5, limits)).isEqualTo(limits);
    }

    @Test
    void aStretchDraggedEitherWayIsTheSameAndNeverTooNarrow() {
        var limits = new Viewport(0, 1_000_000);
        var view = new Viewport(0, 1_000_000);

        assertThat(view.between(0.2, 0.6, limits)).isEqualTo(new Viewport(200_000, 600_000));
        assertThat(view.between(0.6, 0.2, limits)).isEqualTo(new Viewport(200_000, 600_000));
        assertThat(view.between(0.5, 0.501, limits).span()).isEqualTo(30_000);
    }
}
