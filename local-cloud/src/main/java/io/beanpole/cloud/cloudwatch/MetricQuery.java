package io.beanpole.cloud.cloudwatch;

import io.beanpole.scaling.ScalingException;
import io.beanpole.scaling.metric.MetricMath;
import io.beanpole.scaling.metric.PeriodStatistic;
import io.beanpole.scaling.metric.Series;
import io.beanpole.scaling.metric.StatisticSet;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricStat;

/**
 * One query of a request or alarm: a metric or an expression.
 *
 * @param math the expression; empty for a metric
 * @param watched the metric; null for an expression
 * @param period that it asks for; empty where an expression leaves it open
 */
record MetricQuery(
        String id,
        boolean isReturned,
        Optional<MetricMath> math,
        @Nullable Watched watched,
        Optional<Duration> period) {
    private static final int LONGEST = 2_048;

    /** A metric, its statistic and perhaps the only unit that counts. */
    record Watched(
            MetricKey key,
            PeriodStatistic statistic,
            @Nullable String unit) {
        /** The statistic of each period; a gap where nothing was measured or where it can't be told. */
        Series series(List<Optional<StatisticSet>> sets) {
            return Series.of(sets.stream()
                    .mapToDouble(set -> set.map(statistic::of).orElse(Double.NaN))
                    .toArray());
        }
    }

    /** Reads and checks a query; {@code at} is where it stands in the request. */
    static MetricQuery of(MetricDataQuery query, String at) {
        String id = Refusals.required(query.id(), at + "Id");
        if (!id.matches("[a-z]\\w{0,254}")) {
            throw Refusals.invalid("The value " + id + " for parameter " + at
                    + "Id is not matching the expected pattern ^[a-z][a-zA-Z0-9_]*$.");
        }
        MetricStat stat = query.metricStat();
        if ((stat == null) == (query.expression() == null)) {
            throw Refusals.invalid("Exactly one of " + at + "MetricStat and " + at + "Expression must be given.");
        }
        boolean isReturned = !Boolean.FALSE.equals(query.returnData());
        if (stat != null) {
            Watched watched = watched(stat, at);
            Duration period = Periods.check(stat.period(), at + "MetricStat.Period");
            return new MetricQuery(id, isReturned, Optional.empty(), watched, Optional.of(period));
        }
        Optional<Duration> period =
                query.period() == null ? Optional.empty() : Optional.of(Periods.check(query.period(), at + "Period"));
        return new MetricQuery(id, isReturned, Optional.of(math(id, query.expression())), null, period);
    }

    private static MetricMath math(String id, String expression) {
        String text = expression.strip();
        if (text.length() > LONGEST) {
            throw Refusals.invalid("The expression of '" + id + "' has more than " + LONGEST + " characters.");
        }
        if (text.regionMatches(true, 0, "SELECT ", 0, "SELECT ".length())) {
            throw Refusals.invalid("Error in expression '" + id + "': the local cloud has no Metrics Insights queries"
                    + " (SELECT ...). Use SEARCH('{Namespace,Dimension} MetricName=\"...\"', 'Sum', 60).");
        }
        try {
            return MetricMath.parse(text);
        } catch (ScalingException e) {
            throw Refusals.invalid("Error in expression '" + id + "': " + e.getMessage());
        }
    }

    private static Watched watched(MetricStat stat, String at) {
        Refusals.required(stat.metric(), at + "MetricStat.Metric");
        MetricKey key = MetricKey.of(
                Refusals.required(stat.metric().namespace(), at + "MetricStat.Metric.Namespace"),
                Refusals.required(stat.metric().metricName(), at + "MetricStat.Metric.MetricName"),
                stat.metric().dimensions(),
                at + "MetricStat.Metric.");
        PeriodStatistic statistic = PeriodStatistic.named(Refusals.required(stat.stat(), at + "MetricStat.Stat"))
                .orElseThrow(() -> Refusals.invalid("The value " + stat.stat() + " for parameter " + at
                        + "MetricStat.Stat is no statistic: there are SampleCount, Sum, Average, Minimum, Maximum and"
                        + " extended ones such as p99, tm90, TM(10%:90%) and IQM."));
        return new Watched(key, statistic, stat.unitAsString());
    }

    /** The metric of a query that isn't an expression. */
    Watched metric() {
        return Objects.requireNonNull(watched);
    }
}
