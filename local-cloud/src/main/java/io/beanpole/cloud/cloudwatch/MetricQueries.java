package io.beanpole.cloud.cloudwatch;

import io.beanpole.scaling.ScalingException;
import io.beanpole.scaling.metric.Grid;
import io.beanpole.scaling.metric.MathInputs;
import io.beanpole.scaling.metric.MathValue;
import io.beanpole.scaling.metric.MetricMath;
import io.beanpole.scaling.metric.NamedSeries;
import io.beanpole.scaling.metric.Series;
import io.beanpole.scaling.metric.StatisticSet;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;

/** The queries of one request or alarm, which name each other in expressions; read once, worked out often. */
final class MetricQueries {
    private static final Duration LEAST = Duration.ofSeconds(1);

    private final MetricSearches searches;
    private final MetricStore store;
    private final Map<String, MetricQuery> queries = new LinkedHashMap<>();
    private final Map<String, Duration> periods = new HashMap<>();
    private final Set<String> metrics;

    private MetricQueries(MetricStore store, List<MetricDataQuery> all, String at) {
        this.store = store;
        this.searches = new MetricSearches(store);
        for (int i = 0; i < all.size(); i++) {
            MetricQuery query = MetricQuery.of(all.get(i), at + ".member." + (i + 1) + ".");
            if (queries.put(query.id(), query) != null) {
                throw Refusals.invalid("The values for parameter Id in " + at + " are not unique: " + query.id() + ".");
            }
        }
        this.metrics = queries.values().stream()
                .filter(query -> query.math().isEmpty())
                .map(MetricQuery::id)
                .collect(Collectors.toSet());
    }

    /** Checks all queries; {@code at} is what the request calls their list. */
    static MetricQueries of(MetricStore store, List<MetricDataQuery> all, String at) {
        MetricQueries queries = new MetricQueries(store, all, at);
        Set<String> open = new HashSet<>();
        queries.queries.keySet().forEach(id -> queries.resolve(id, open));
        for (MetricQuery query : queries.queries.values()) {
            if (query.isReturned()) {
                Grid glance = new Grid(Instant.EPOCH, queries.periodOf(query.id()), 1);
                queries.evaluateAll(query.id(), glance);
            }
        }
        return queries;
    }

    /** The length of the query's periods. */
    Duration periodOf(String id) {
        return periods.getOrDefault(id, LEAST);
    }

    /** The expression's own period, or else the longest of what it needs. */
    private Duration resolve(String id, Set<String> open) {
        Duration known = periods.get(id);
        if (known != null) {
            return known;
        }
        MetricQuery query = find(id);
        if (!open.add(id)) {
            throw Refusals.invalid("The expression of '" + id + "' needs itself.");
        }
        Duration longest = query.math().flatMap(MetricMath::searchPeriod).orElse(LEAST);
        for (String needed : needs(query)) {
            Duration its = resolve(needed, open);
            longest = longest.compareTo(its) < 0 ? its : longest;
        }
        open.remove(id);
        Duration period = query.period().orElse(longest);
        periods.put(id, period);
        return period;
    }

    private Set<String> needs(MetricQuery query) {
        Set<String> needs = new HashSet<>();
        query.math().ifPresent(math -> {
            needs.addAll(math.ids());
            if (math.namesAllMetrics()) {
                needs.addAll(metrics);
            }
        });
        return needs;
    }

    /**
     * The values of one series that a query comes to.
     *
     * @param label what tells it from the query's other series; empty where there is one
     * @param sets what the values were made of; empty for an expression
     */
    record Result(String label, Series series, List<Optional<StatisticSet>> sets) {
        /** Of how many values a period's was made; empty for an expression. */
        OptionalDouble sampleCount(int index) {
            return sets.isEmpty()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(
                            sets.get(index).map(StatisticSet::sampleCount).orElse(0.0));
        }
    }

    /** Works out a query that must come to one series. */
    Result evaluate(String id, Grid grid) {
        List<Result> all = evaluateAll(id, grid);
        if (all.size() != 1) {
            throw Refusals.invalid(
                    "The query '" + id + "' comes to " + all.size() + " time series, and one is needed here.");
        }
        return all.get(0);
    }

    /** Works out one query over the periods of a grid. */
    List<Result> evaluateAll(String id, Grid grid) {
        MetricQuery query = find(id);
        if (query.math().isEmpty()) {
            List<Optional<StatisticSet>> sets = sets(query.metric(), grid);
            return List.of(new Result("", query.metric().series(sets), sets));
        }
        try {
            List<NamedSeries> all = query.math().get().series(inputs(query, grid, new HashMap<>()));
            return all.stream()
                    .map(each -> new Result(all.size() == 1 ? "" : each.label(), each.series(), List.of()))
                    .toList();
        } catch (ScalingException e) {
            throw Refusals.invalid("Error in expression '" + id + "': " + e.getMessage());
        }
    }

    private List<Optional<StatisticSet>> sets(MetricQuery.Watched metric, Grid grid) {
        return grid.aggregate(store.between(metric.key(), grid.first(), grid.end(), metric.unit()));
    }

    private MathInputs inputs(MetricQuery query, Grid grid, Map<String, MathValue> known) {
        Map<String, MathValue> values = new LinkedHashMap<>();
        Set<String> needs = needs(query);
        for (String id : queries.keySet()) {
            if (needs.contains(id)) {
                values.put(id, value(id, grid, known));
            }
        }
        return new MathInputs(values, metrics, grid, searches);
    }

    /** What an id stands for; each is worked out once, however many expressions name it. */
    private MathValue value(String id, Grid grid, Map<String, MathValue> known) {
        MathValue there = known.get(id);
        if (there == null) {
            MetricQuery query = find(id);
            there = query.math().isEmpty()
                    ? new MathValue.One(query.metric().series(sets(query.metric(), grid)))
                    : query.math().get().evaluate(inputs(query, grid, known));
            known.put(id, there);
        }
        return there;
    }

    private MetricQuery find(String id) {
        MetricQuery query = queries.get(id);
        if (query == null) {
            throw Refusals.invalid("There is no query with the id '" + id + "', which an expression names.");
        }
        return query;
    }
}
