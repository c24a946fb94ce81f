package io.beanpole.scaling.control;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How fast tasks come, by the balance of what is there: what came is what is there more than before, and what was done
 * meanwhile. It is known at once, where NumberOfMessagesSent comes one to two minutes late; it is smoothed, because
 * what is done is guessed from what is in flight and the mean time of a task.
 */
final class LiveArrivals {
    private final Duration memory;
    private @Nullable Instant before;
    private double present;
    private double inFlight;
    private double perSecond;

    /** @param memory how long a look weighs in the mean, about */
    LiveArrivals(Duration memory) {
        this.memory = memory;
    }

    /** Tasks per second, with this look; 0 at the first one. */
    double with(Observation seen) {
        int now = seen.visible() + seen.inFlight();
        Instant last = before;
        if (last != null && seen.at().isAfter(last)) {
            double seconds = seconds(Duration.between(last, seen.at()));
            double done = (inFlight + seen.inFlight()) / 2 * seconds / seconds(seen.meanService());
            double rate = Math.max(0, now - present + done) / seconds;
            double weight = 1 - Math.exp(-seconds / seconds(memory));
            perSecond += weight * (rate - perSecond);
        }
        before = seen.at();
        present = now;
        inFlight = seen.inFlight();
        return perSecond;
    }

    private static double seconds(Duration length) {
        return length.toMillis() / 1000.0;
    }
}
