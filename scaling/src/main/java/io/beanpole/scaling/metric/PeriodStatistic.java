package io.beanpole.scaling.metric;

import java.util.Optional;

/** How the values of a period become one: a plain statistic or one that looks at the values themselves. */
public interface PeriodStatistic {
    /** What CloudWatch calls it. */
    String awsName();

    /** The one value; NaN where it can't be told because the values themselves aren't known. */
    double of(StatisticSet values);

    /** How many samples make it significant; an alarm may wait for that many (evidence: [D]). */
    default double significantFrom() {
        return 1;
    }

    /** The statistic that CloudWatch names so, such as {@code Average}, {@code p99} or {@code TM(10%:90%)}. */
    static Optional<PeriodStatistic> named(String awsName) {
        Optional<PeriodStatistic> plain = Statistic.named(awsName).map(each -> each);
        return plain.isPresent() ? plain : ExtendedStatistic.named(awsName).map(each -> each);
    }
}
