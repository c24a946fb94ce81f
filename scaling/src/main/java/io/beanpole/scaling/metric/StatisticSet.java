package io.beanpole.scaling.metric;

import io.beanpole.scaling.ScalingException;

/** All that CloudWatch keeps of many values: how many there were, their sum and their bounds. */
public record StatisticSet(double sampleCount, double sum, double minimum, double maximum) {
    public StatisticSet {
        if (!(sampleCount > 0)) {
            throw new ScalingException("A statistic set needs a sample count above 0, not " + sampleCount + ".");
        }
        if (!(minimum <= maximum)) {
            throw new ScalingException(
                    "A statistic set's minimum " + minimum + " must not be above its maximum " + maximum + ".");
        }
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
        return new StatisticSet(
                sampleCount + other.sampleCount,
                sum + other.sum,
                Math.min(minimum, other.minimum),
                Math.max(maximum, other.maximum));
    }
}
