package io.beanpole.scaling.why;

import io.beanpole.scaling.ScalingException;
import io.beanpole.scaling.alarm.AlarmDecision;
import io.beanpole.scaling.alarm.AlarmEvaluation;
import io.beanpole.scaling.design.MetricSource;
import io.beanpole.scaling.design.MetricTerm;
import io.beanpole.scaling.design.WatchedMetric;
import io.beanpole.scaling.group.MetricEvaluation;
import io.beanpole.scaling.group.MetricReader;
import io.beanpole.scaling.metric.Datapoint;
import io.beanpole.scaling.metric.Grid;
import io.beanpole.scaling.metric.PeriodStatistic;
import io.beanpole.scaling.metric.Series;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Evaluates an alarm once more as it was at a moment, by the values that CloudWatch still has of its metrics. */
record AlarmReplay(AlarmRecord record, Grid range) implements MetricReader {
    /** What the alarm looked at, which rule decided, and with which values. */
    static AlarmDecision at(AlarmRecord record, Instant at) {
        Grid range = Grid.endingAt(
                at, record.alarm().metric().period(), record.alarm().rule().range());
        return AlarmEvaluation.of(
                record.alarm().rule(), range, new AlarmReplay(record, range).values(), record.stateAt(at));
    }

    private List<Datapoint> values() {
        List<Datapoint> values = new ArrayList<>();
        try {
            Series series = new MetricEvaluation(bySample(record.alarm().metric())).over(range, this);
            for (int i = 0; i < range.size(); i++) {
                if (series.has(i)) {
                    values.add(new Datapoint(range.start(i), series.get(i), OptionalDouble.empty()));
                }
            }
        } catch (ScalingException e) {
            // What our arithmetic can't work out has no values here; its state in AWS still counts.
            return List.of();
        }
        return values;
    }

    /** The same, each metric named by its term: two terms may be of one metric of different queues. */
    private static WatchedMetric bySample(WatchedMetric metric) {
        return new WatchedMetric(
                metric.terms().stream().map(AlarmReplay::bySample).toList(), metric.returned(), metric.period());
    }

    private static MetricTerm bySample(MetricTerm term) {
        MetricSource source = term.source();
        return source == null
                ? term
                : MetricTerm.metric(
                        term.id(),
                        new MetricSource(source.namespace(), term.id(), source.subject()),
                        String.valueOf(term.statistic()));
    }

    @Override
    public Series series(MetricSource source, PeriodStatistic statistic, Grid grid) {
        return Series.of(grid.aggregate(record.samples().getOrDefault(source.name(), List.of())).stream()
                .mapToDouble(period -> period.map(statistic::of).orElse(Double.NaN))
                .toArray());
    }
}
