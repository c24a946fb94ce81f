package io.beanpole.console.chart;

import java.time.Duration;
import java.util.Optional;

/** What a chart shows over time: the latest stretch, moving along, until somebody looks at another one. */
public final class Follow {
    private final Duration range;
    private final Optional<Viewport> chosen;

    private Follow(Duration range, Optional<Viewport> chosen) {
        this.range = range;
        this.chosen = chosen;
    }

    /** Follows the present with a stretch of this length. */
    public static Follow latest(Duration range) {
        return new Follow(range, Optional.empty());
    }

    /** Stays with a stretch; one that touches the present goes back to following it only if it is as long as the range. */
    public Follow choose(Viewport view, long now) {
        return view.to() >= now && view.span() >= range.toMillis()
                ? latest(range)
                : new Follow(range, Optional.of(view));
    }

    public Duration range() {
        return range;
    }

    public boolean isLive() {
        return chosen.isEmpty();
    }

    /** What is to be shown now. */
    public Viewport view(long now) {
        return chosen.orElseGet(() -> all(now));
    }

    /** All that can be shown now. */
    public Viewport all(long now) {
        return new Viewport(now - range.toMillis(), now);
    }
}
