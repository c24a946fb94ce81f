package io.beanpole.worker.run;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a run will still take, by the progress that it made since it made any: what comes before, fetching the clip for
 * instance, says nothing about the rest.
 */
final class Forecast {
    /** Less than that is luck. */
    private static final Duration SHORTEST_LOOK = Duration.ofSeconds(2);

    private static final int DONE = 100;

    private int firstPercent;
    private long firstNanos;
    private int lastPercent;
    private long lastNanos;

    /**
     * Takes how far the run is.
     *
     * @param percent 0 to 100
     * @param nanos when, by {@link System#nanoTime}
     */
    void seen(int percent, long nanos) {
        if (firstPercent == 0) {
            firstPercent = percent;
            firstNanos = nanos;
        }
        lastPercent = percent;
        lastNanos = nanos;
    }

    /** How long it takes from the last look on; empty while nobody can tell. */
    Optional<Duration> remaining() {
        long looked = lastNanos - firstNanos;
        int made = lastPercent - firstPercent;
        if (made <= 0 || looked < SHORTEST_LOOK.toNanos()) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofNanos(looked / made * (DONE - lastPercent)));
    }

    int percent() {
        return lastPercent;
    }
}
