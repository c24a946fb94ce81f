package io.beanpole.scaling.advice;

import io.beanpole.scaling.ScalingException;
import java.time.Duration;

/**
 * What a lane is to keep, and what its workers are like.
 *
 * @param oldest how long a task may wait before its work begins
 * @param meanService how long one task takes, on average
 * @param slotsPerInstance tasks that an instance works on at a time: sqsd's HttpConnections
 * @param boot from the decision to the first message that a new instance takes
 * @param minimum the fewest instances
 * @param maximum the most instances
 */
public record LaneTarget(
        Duration oldest, Duration meanService, int slotsPerInstance, Duration boot, int minimum, int maximum) {
    public LaneTarget {
        require(isPositive(oldest), "the wait of the oldest message is " + oldest + "; it must be above 0");
        require(isPositive(meanService), "a task takes " + meanService + "; it must be above 0");
        require(slotsPerInstance > 0, "an instance has " + slotsPerInstance + " slots; it must have one or more");
        require(
                isPositive(boot) && boot.compareTo(Duration.ofHours(1)) <= 0,
                "an instance boots in " + boot
                        + "; it must be above 0 and an hour at most, which is the longest warm-up that Auto Scaling takes");
        require(
                minimum >= 1,
                "the minimum is " + minimum + "; without an instance nobody reads the queue, so keep one");
        require(maximum > minimum, "the maximum is " + maximum + "; it must be above the minimum of " + minimum);
    }

    /** Slots that one task a second takes on average. */
    double slotsPerRate() {
        return seconds(meanService);
    }

    static double seconds(Duration length) {
        return length.toMillis() / 1000.0;
    }

    private static boolean isPositive(Duration length) {
        return !length.isZero() && !length.isNegative();
    }

    private static void require(boolean holds, String why) {
        if (!holds) {
            throw new ScalingException("No design can be proposed: " + why + ".");
        }
    }
}
