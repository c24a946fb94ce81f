package io.beanpole.scaling.simulation;

import io.beanpole.scaling.ScalingException;
import io.beanpole.scaling.design.MetricSource;
import io.beanpole.scaling.design.MetricSubject;
import io.beanpole.scaling.design.MetricTerm;
import io.beanpole.scaling.design.WatchedMetric;
import io.beanpole.scaling.metric.Grid;
import io.beanpole.scaling.metric.MetricMath;
import io.beanpole.scaling.metric.PeriodStatistic;
import io.beanpole.scaling.metric.Series;
import io.beanpole.scaling.metric.StatisticSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * The metrics that alarms look at: measured at each tick, kept as long as the longest alarm looks back. As in the local
 * cloud and on AWS a value bears the time at which its minute began, so what is measured now is part of the periods
 * that end now.
 */
final class Gauges {
    private final long start;
    private final long interval;
    private final int kept;
    private final Map<MetricSource, double[]> samples = new LinkedHashMap<>();
    private final Map<String, MetricMath> expressions = new HashMap<>();
    private long ticks;

    /** @param kept how many ticks are remembered */
    Gauges(long start, long interval, int kept) {
        this.start = start;
        this.interval = interval;
        this.kept = kept;
    }

    /** From now on this is measured too. */
    void watch(WatchedMetric metric) {
        for (MetricTerm term : metric.terms()) {
            if (term.source() != null) {
                samples.computeIfAbsent(term.source(), source -> new double[kept]);
            } else if (term.expression() != null) {
                expressions.computeIfAbsent(term.expression(), MetricMath::parse);
            }
        }
    }

    /** A tick: everything is measured; NaN where there is no value. */
    void measure(ToDoubleFunction<MetricSource> meter) {
        ticks++;
        samples.forEach((source, values) -> values[(int) (ticks % kept)] = meter.applyAsDouble(source));
    }

    /** The value of one that is watched over the periods of a grid. */
    Series series(WatchedMetric metric, Grid grid) {
        return series(metric, metric.result(), grid);
    }

    private Series series(WatchedMetric metric, MetricTerm term, Grid grid) {
        if (term.source() != null) {
            return measured(term.source(), statistic(term), grid);
        }
        MetricMath math = Objects.requireNonNull(expressions.get(term.expression()));
        Map<String, Series> inputs = new HashMap<>();
        for (MetricTerm each : metric.terms()) {
            if (math.ids().contains(each.id()) || math.namesAllMetrics() && each.source() != null) {
                inputs.put(each.id(), series(metric, each, grid));
            }
        }
        return math.evaluate(inputs, grid);
    }

    private static PeriodStatistic statistic(MetricTerm term) {
        return PeriodStatistic.named(String.valueOf(term.statistic()))
                .orElseThrow(() -> new ScalingException("The term " + term.id() + " asks for the statistic "
                        + term.statistic() + ", which CloudWatch doesn't have; ask for Maximum, Sum or Average."));
    }

    private Series measured(MetricSource source, PeriodStatistic statistic, Grid grid) {
        double[] values = Objects.requireNonNull(samples.get(source));
        double[] periods = new double[grid.size()];
        for (int i = 0; i < periods.length; i++) {
            long first = tickFrom(grid.start(i));
            long next = tickFrom(grid.start(i + 1));
            periods[i] =
                    value(values, statistic, Math.max(first, Math.max(1, ticks - kept + 1)), Math.min(next - 1, ticks));
        }
        return Series.of(periods);
    }

    /** The first tick whose values bear this time or a later one. */
    private long tickFrom(Instant at) {
        return -Math.floorDiv(-(at.toEpochMilli() + interval - start), interval);
    }

    private double value(double[] values, PeriodStatistic statistic, long first, long last) {
        if (first == last) {
            double only = values[(int) (first % kept)];
            return Double.isNaN(only) ? Double.NaN : statistic.of(StatisticSet.of(only));
        }
        List<StatisticSet> sets = new ArrayList<>();
        for (long tick = first; tick <= last; tick++) {
            double each = values[(int) (tick % kept)];
            if (!Double.isNaN(each)) {
                sets.add(StatisticSet.of(each));
            }
        }
        return sets.isEmpty() ? Double.NaN : statistic.of(StatisticSet.merged(sets));
    }

    /** What a metric has where nothing of its kind is simulated: nothing is sent, dead letters don't occur. */
    static double unmodelled(MetricSource source) {
        boolean isTraffic = source.name().startsWith("Network");
        return isTraffic || source.subject() == MetricSubject.DEAD_LETTER_QUEUE ? 0 : Double.NaN;
    }
}
