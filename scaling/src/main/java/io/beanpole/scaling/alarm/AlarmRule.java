package io.beanpole.scaling.alarm;

import io.beanpole.scaling.ScalingException;

/**
 * When an alarm goes off: at least {@code datapointsToAlarm} (M) of the last {@code evaluationPeriods} (N) values breach.
 *
 * @param significantFrom of how many samples a value must be made to count; 0 where any number will do
 */
public record AlarmRule(
        Comparison comparison,
        double threshold,
        int evaluationPeriods,
        int datapointsToAlarm,
        MissingData missingData,
        double significantFrom) {
    /**
     * How many periods more than N are looked at, for values in place of missing ones. CloudWatch tells the number for
     * one example only, 5 for N = 3, and this is it.
     */
    private static final int EXTRA_PERIODS = 2;

    public AlarmRule {
        if (evaluationPeriods < 1 || datapointsToAlarm < 1 || datapointsToAlarm > evaluationPeriods) {
            throw new ScalingException("An alarm can't ask for " + datapointsToAlarm + " of " + evaluationPeriods
                    + " datapoints: it takes 1 of 1 or more, and not more to alarm than are evaluated.");
        }
    }

    /** A rule to which any value is significant. */
    public AlarmRule(
            Comparison comparison,
            double threshold,
            int evaluationPeriods,
            int datapointsToAlarm,
            MissingData missingData) {
        this(comparison, threshold, evaluationPeriods, datapointsToAlarm, missingData, 0);
    }

    /** The evaluation range: how many periods are looked at. */
    public int range() {
        return evaluationPeriods + EXTRA_PERIODS;
    }

    boolean breachedBy(double value) {
        return comparison.breaches(value, threshold);
    }
}
