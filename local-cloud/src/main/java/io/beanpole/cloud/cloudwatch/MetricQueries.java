package io.beanpole.cloud.cloudwatch;

import io.beanpole.scaling.ScalingException;
import io.beanpole.scaling.metric.Grid;
import io.beanpole.scaling.metric.MetricMath;
import io.beanpole.scaling.metric.Series;
import io.beanpole.scaling.metric.Statistic;
import io.beanpole.scaling.metric.StatisticSet;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricStat;

/** The queries of one request or alarm, which name each other in expressions. */
final class MetricQueries {
    private static final int DEEPEST = 20;

    private final MetricStore store;
    private final Map<String, MetricDataQuery> queries = new LinkedHashMap<>();

    private MetricQueries(MetricStore store) {
        this.store = store;
    }

    /** Checks all queries; {@code at} is what the request calls their list. */
    static MetricQueries of(MetricStore store, List<MetricDataQuery> all, String at) {
        MetricQueries queries = new MetricQueries(store);
        for (int i = 0; i < all.size(); i++) {
            MetricDataQuery query = all.get(i);
            String here = at + ".member." + (i + 1) + ".";
            String id = Refusals.required(query.id(), here + "Id");
            if (!id.matches("[a-z]\\w*")) {
                throw Refusals.invalid("The value " + id + " for parameter " + here
                        + "Id is not matching the expected pattern ^[a-z][a-zA-Z0-9_]*$.");
            }
            if (queries.queries.put(id, query) != null) {
                throw Refusals.invalid("The values for parameter Id in " + at + " are not unique: " + id + ".");
            }
            check(query, here);
        }
        queries.queries.values().forEach(query -> queries.periodOf(query, 0));
        return queries;
    }

    private static void check(MetricDataQuery query, String at) {
        MetricStat stat = query.metricStat();
        if ((stat == null) == (query.expression() == null)) {
            throw Refusals.invalid("Exactly one of " + at + "MetricStat and " + at + "Expression must be given.");
        }
        if (stat != null) {
            Refusals.required(stat.metric(), at + "MetricStat.Metric");
            keyOf(stat, at);
            Periods.check(stat.period(), at + "MetricStat.Period");
            statisticOf(stat);
        }
        if (query.period() != null) {
            Periods.check(query.period(), at + "Period");
        }
    }

    private static MetricKey keyOf(MetricStat stat, String at) {
        return MetricKey.of(
                Refusals.required(stat.metric().namespace(), at + "MetricStat.Metric.Namespace"),
                Refusals.required(stat.metric().metricName(), at + "MetricStat.Metric.MetricName"),
                stat.metric().dimensions(),
                at + "MetricStat.Metric.");
    }

    private static Statistic statisticOf(MetricStat stat) {
        return Statistic.named(Refusals.required(stat.stat(), "MetricStat.Stat"))
                .orElseThrow(() -> Refusals.invalid("The value " + stat.stat()
                        + " for parameter Stat is not supported: the local cloud has SampleCount, Sum, Average, Minimum"
                        + " and Maximum."));
    }

    /** The values of a query. */
    record Result(Grid grid, Series series, List<Optional<StatisticSet>> sets) {
        /** Of how many values a period's was made; empty for an expression. */
        OptionalDouble sampleCount(int index) {
            return sets.isEmpty()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(
                            sets.get(index).map(StatisticSet::sampleCount).orElse(0.0));
        }
    }

    /** The length of the query's periods. */
    Duration periodOf(String id) {
        return periodOf(find(id), 0);
    }

    /** Works out one query over the periods that {@code grids} gives for their length. */
    Result evaluate(String id, Function<Duration, Grid> grids) {
        try {
            return evaluate(find(id), grids.apply(periodOf(id)));
        } catch (ScalingException e) {
            throw Refusals.invalid("Error in expression '" + id + "': " + e.getMessage());
        }
    }

    private Result evaluate(MetricDataQuery query, Grid grid) {
        if (query.expression() != null) {
            MetricMath math = MetricMath.parse(query.expression());
            Map<String, Series> needed = new HashMap<>();
            math.ids().forEach(id -> needed.put(id, evaluate(find(id), grid).series()));
            return new Result(grid, math.evaluate(needed, grid), List.of());
        }
        MetricStat stat = query.metricStat();
        Statistic statistic = statisticOf(stat);
        List<Optional<StatisticSet>> sets =
                grid.aggregate(store.between(keyOf(stat, ""), grid.first(), grid.end(), stat.unitAsString()));
        double[] values = sets.stream()
                .mapToDouble(set -> set.map(statistic::of).orElse(Double.NaN))
                .toArray();
        return new Result(grid, Series.of(values), sets);
    }

    private Duration periodOf(MetricDataQuery query, int depth) {
        if (depth > DEEPEST) {
            throw Refusals.invalid("The expression of '" + query.id() + "' needs itself.");
        }
        Integer own =
                query.metricStat() == null ? query.period() : query.metricStat().period();
        try {
            Duration longest = query.expression() == null
                    ? Duration.ZERO
                    : MetricMath.parse(query.expression()).ids().stream()
                            .map(id -> periodOf(find(id), depth + 1))
                            .max(Duration::compareTo)
                            .orElse(Duration.ZERO);
            return own == null ? longest : Duration.ofSeconds(own);
        } catch (ScalingException e) {
            throw Refusals.invalid("Error in expression '" + query.id() + "': " + e.getMessage());
        }
    }

    private MetricDataQuery find(@Nullable String id) {
        MetricDataQuery query = id == null ? null : queries.get(id);
        if (query == null) {
            throw Refusals.invalid("There is no query with the id '" + id + "', which an expression names.");
        }
        return query;
    }
}
