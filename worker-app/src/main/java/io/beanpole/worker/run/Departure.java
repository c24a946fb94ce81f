package io.beanpole.worker.run;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * That this instance goes away, and when it has to be done.
 *
 * @param endNanos by {@link System#nanoTime}
 */
record Departure(long endNanos) {
    /** A forecast is a guess, and who is handed back begins anew: only what is well beyond the time is given up early. */
    private static final double DOUBT = 1.5;

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

    /** How long something may wait for the end, with a bound of its own. */
    long waitMillis(Duration longest) {
        return Math.min(longest.toMillis(), TimeUnit.NANOSECONDS.toMillis(endNanos - System.nanoTime()));
    }
}
