package io.beanpole.scaling.group;

import io.beanpole.scaling.ScalingException;
import io.beanpole.scaling.design.MetricTerm;
import io.beanpole.scaling.design.WatchedMetric;
import io.beanpole.scaling.metric.Grid;
import io.beanpole.scaling.metric.MathInputs;
import io.beanpole.scaling.metric.MathValue;
import io.beanpole.scaling.metric.MetricMath;
import io.beanpole.scaling.metric.NamedSeries;
import io.beanpole.scaling.metric.PeriodStatistic;
import io.beanpole.scaling.metric.Series;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What an alarm compares, read once and worked out often: one metric, or metric math over several. */
public final class MetricEvaluation {
    private final WatchedMetric watched;
    private final Map<String, MetricTerm> terms = new LinkedHashMap<>();
    private final Map<String, PeriodStatistic> statistics = new HashMap<>();
    private final Map<String, MetricMath> expressions = new HashMap<>();
    private final Set<String> metrics;

    /** @throws ScalingException for an expression or a statistic that there is not, or an expression that needs itself */
    public MetricEvaluation(WatchedMetric watched) {
        this.watched = watched;
        for (MetricTerm term : watched.terms()) {
            terms.put(term.id(), term);
            if (term.expression() != null) {
                expressions.put(term.id(), MetricMath.parse(term.expression()));
            } else {
                statistics.put(term.id(), statistic(term));
            }
        }
        this.metrics = Set.copyOf(statistics.keySet());
        checkOrder(watched.returned(), new HashSet<>());
    }

    /** The values over the periods of a grid. */
    public Series over(Grid grid, MetricReader metricReader) {
        MathValue value = value(watched.returned(), grid, metricReader, new HashMap<>());
        List<NamedSeries> all = value.all(grid.size());
        if (all.size() != 1) {
            throw new ScalingException(
                    "'" + watched.returned() + "' comes to " + all.size() + " time series, and an alarm compares one.");
        }
        return all.get(0).series();
    }

    private MathValue value(String id, Grid grid, MetricReader reader, Map<String, MathValue> known) {
        MathValue there = known.get(id);
        if (there != null) {
            return there;
        }
        MetricMath math = expressions.get(id);
        MathValue value = math == null ? metric(id, grid, reader) : math(math, grid, reader, known);
        known.put(id, value);
        return value;
    }

    private MathValue metric(String id, Grid grid, MetricReader reader) {
        MetricTerm term = term(id);
        PeriodStatistic statistic = statistics.get(id);
        if (term.source() == null || statistic == null) {
            throw new ScalingException("The term " + id + " is no metric.");
        }
        return new MathValue.One(reader.series(term.source(), statistic, grid));
    }

    private MathValue math(MetricMath math, Grid grid, MetricReader reader, Map<String, MathValue> known) {
        Map<String, MathValue> values = new LinkedHashMap<>();
        for (String id : needs(math)) {
            values.put(id, value(id, grid, reader, known));
        }
        return math.evaluate(new MathInputs(values, metrics, grid, (search, statistic, over) -> List.of()));
    }

    private List<String> needs(MetricMath math) {
        Set<String> ids = math.namesAllMetrics() ? new HashSet<>(metrics) : new HashSet<>();
        ids.addAll(math.ids());
        ids.forEach(this::term);
        return terms.keySet().stream().filter(ids::contains).toList();
    }

    private MetricTerm term(String id) {
        MetricTerm term = terms.get(id);
        if (term == null) {
            throw new ScalingException(
                    "The id '" + id + "' is used in an expression but names no metric; the terms are "
                            + terms.keySet().stream().collect(Collectors.joining(", ")) + ".");
        }
        return term;
    }

    private void checkOrder(String id, Set<String> open) {
        MetricMath math = expressions.get(id);
        if (math == null) {
            return;
        }
        if (!open.add(id)) {
            throw new ScalingException("The expression of '" + id + "' needs itself.");
        }
        needs(math).forEach(each -> checkOrder(each, open));
        open.remove(id);
    }

    private static PeriodStatistic statistic(MetricTerm term) {
        String name = String.valueOf(term.statistic());
        return PeriodStatistic.named(name)
                .orElseThrow(() -> new ScalingException("The term " + term.id() + " asks for the statistic " + name
                        + ", which CloudWatch doesn't have; use Sum, Average, Minimum, Maximum, SampleCount or p99."));
    }
}
