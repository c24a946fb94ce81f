package io.beanpole.worker.run;

import java.time.Duration;

/**
 * That this instance goes away, and when it has to be done.
 *
 * @param endNanos by {@link System#nanoTime}
 */
record Departure(long endNanos) {
    /** A forecast is a guess, and who is handed back begins anew: only what is well beyond the time is given up early. */
    private static final double DOUBT = 1.5;

    /** Within the time that is kept for the end, so that the answer still comes out. */
    private static final Duration SHORTEST_HOLD = Duration.ofSeconds(3);

    static Departure in(Duration left) {
        return new Departure(System.nanoTime() + left.toNanos());
    }

    Departure orEarlier(Departure other) {
        return endNanos - other.endNanos <= 0 ? this : other;
    }

    Duration left() {
        return Duration.ofNanos(Math.max(0, endNanos - System.nanoTime()));
    }

    /** Whether a run can't end in time: there is none left, or it needs much more than there is. */
    boolean isTooSoonFor(Forecast forecast) {
        Duration left = left();
        return left.isZero()
                || forecast.remaining()
                        .filter(remaining -> remaining.toNanos() > left.toNanos() * DOUBT)
                        .isPresent();
    }

    /**
     * How long a delivery waits for the end, at most {@code longest}. At the very end, too, it waits a little: the daemon
     * goes on until its instance is gone.
     */
    long waitMillis(Duration longest) {
        Duration left = left();
        Duration wait = left.compareTo(SHORTEST_HOLD) < 0 ? SHORTEST_HOLD : left;
        return Math.min(longest.toMillis(), wait.toMillis());
    }
}
