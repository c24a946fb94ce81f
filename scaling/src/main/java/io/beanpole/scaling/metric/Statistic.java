package io.beanpole.scaling.metric;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The plain statistics: those that a statistic set is enough for. */
public enum Statistic implements PeriodStatistic {
    SAMPLE_COUNT("SampleCount", StatisticSet::sampleCount),
    SUM("Sum", StatisticSet::sum),
    AVERAGE("Average", values -> values.sum() / values.sampleCount()),
    MINIMUM("Minimum", StatisticSet::minimum),
    MAXIMUM("Maximum", StatisticSet::maximum);

    private final String awsName;
    private final ToDoubleFunction<StatisticSet> value;

    Statistic(String awsName, ToDoubleFunction<StatisticSet> value) {
        this.awsName = awsName;
        this.value = value;
    }

    /** The statistic that CloudWatch names so; empty for others, such as the percentile {@code p99}. */
    public static Optional<Statistic> named(String awsName) {
        return Arrays.stream(values())
                .filter(each -> each.awsName.equals(awsName))
                .findFirst();
    }

    @Override
    public String awsName() {
        return awsName;
    }

    @Override
    public double of(StatisticSet values) {
        return value.applyAsDouble(values);
    }
}
