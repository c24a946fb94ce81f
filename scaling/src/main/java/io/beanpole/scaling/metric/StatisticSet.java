package io.beanpole.scaling.metric;

import io.beanpole.scaling.ScalingException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All that CloudWatch keeps of many values: how many there were, their sum and their bounds; and the values themselves
 * where they are known, which they aren't where a client published no more than a statistic set.
 *
 * @param several the values where there are different ones; null where all are the same or where they aren't known
 */
public record StatisticSet(
        double sampleCount,
        double sum,
        double minimum,
        double maximum,
        @Nullable Distribution several) {
    public StatisticSet {
        if (!(sampleCount > 0)) {
            throw new ScalingException("A statistic set needs a sample count above 0, not " + sampleCount + ".");
        }
        if (!(minimum <= maximum)) {
            throw new ScalingException(
                    "A statistic set's minimum " + minimum + " must not be above its maximum " + maximum + ".");
        }
    }

    /** A set as a client publishes it. */
    public StatisticSet(double sampleCount, double sum, double minimum, double maximum) {
        this(sampleCount, sum, minimum, maximum, null);
    }

    public static StatisticSet of(double value) {
        return of(value, 1);
    }

    /** A value that was seen {@code count} times. */
    public static StatisticSet of(double value, double count) {
        return new StatisticSet(count, value * count, value, value);
    }

    /** The set of the values of both. */
    public StatisticSet plus(StatisticSet other) {
        return merged(List.of(this, other));
    }

    /**
     * The set of the values of all of these.
     *
     * @throws ScalingException when there is none
     */
    public static StatisticSet merged(Collection<StatisticSet> all) {
        double count = 0;
        double sum = 0;
        double minimum = Double.POSITIVE_INFINITY;
        double maximum = Double.NEGATIVE_INFINITY;
        boolean known = true;
        for (StatisticSet each : all) {
            count += each.sampleCount;
            sum += each.sum;
            minimum = Math.min(minimum, each.minimum);
            maximum = Math.max(maximum, each.maximum);
            known &= each.distribution() != null;
        }
        Distribution several = known && minimum < maximum
                ? Distribution.merged(all.stream()
                        .map(each -> Objects.requireNonNull(each.distribution()))
                        .toList())
                : null;
        return new StatisticSet(count, sum, minimum, maximum, several);
    }

    /** The values themselves; null where only their statistics were published, as on AWS. */
    @Nullable
    Distribution distribution() {
        return several == null && minimum == maximum ? Distribution.of(minimum, sampleCount) : several;
    }
}
