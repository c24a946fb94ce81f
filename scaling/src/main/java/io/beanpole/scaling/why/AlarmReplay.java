package io.beanpole.scaling.why;

import io.beanpole.scaling.ScalingException;
import io.beanpole.scaling.alarm.AlarmDecision;
import io.beanpole.scaling.alarm.AlarmEvaluation;
import io.beanpole.scaling.alarm.AlarmState;
import io.beanpole.scaling.design.MetricTerm;
import io.beanpole.scaling.design.WatchedMetric;
import io.beanpole.scaling.metric.Datapoint;
import io.beanpole.scaling.metric.Grid;
import io.beanpole.scaling.metric.MetricMath;
import io.beanpole.scaling.metric.PeriodStatistic;
import io.beanpole.scaling.metric.Series;
import io.beanpole.scaling.metric.StatisticSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Evaluates an alarm once more as it was at a moment, by the values that CloudWatch still has of its metrics. */
final class AlarmReplay {
    private final AlarmRecord record;
    private final Grid range;

    private AlarmReplay(AlarmRecord record, Instant at) {
        this.record = record;
        this.range = Grid.endingAt(
                at, record.alarm().metric().period(), record.alarm().rule().range());
    }

    /** What the alarm looked at, which rule decided, and with which values. */
    static AlarmDecision at(AlarmRecord record, Instant at) {
        AlarmState state = record.stateAt(at);
        AlarmReplay replay = new AlarmReplay(record, at);
        return AlarmEvaluation.of(record.alarm().rule(), replay.range, replay.values(), state);
    }

    private List<Datapoint> values() {
        Optional<Series> series =
                Optional.ofNullable(series().get(record.alarm().metric().returned()));
        List<Datapoint> values = new ArrayList<>();
        for (int i = 0; series.isPresent() && i < range.size(); i++) {
            if (series.get().has(i)) {
                values.add(new Datapoint(range.start(i), series.get().get(i), OptionalDouble.empty()));
            }
        }
        return values;
    }

    /** Terms may name terms that come later, so as many passes are made as there are terms. */
    private Map<String, Series> series() {
        WatchedMetric metric = record.alarm().metric();
        Map<String, Series> known = new LinkedHashMap<>();
        for (int pass = 0; pass < metric.terms().size(); pass++) {
            for (MetricTerm term : metric.terms()) {
                if (!known.containsKey(term.id())) {
                    worth(term, known).ifPresent(found -> known.put(term.id(), found));
                }
            }
        }
        return known;
    }

    private Optional<Series> worth(MetricTerm term, Map<String, Series> known) {
        if (term.expression() == null) {
            return Optional.of(measured(term));
        }
        try {
            MetricMath math = MetricMath.parse(term.expression());
            return known.keySet().containsAll(math.ids()) ? Optional.of(math.evaluate(known, range)) : Optional.empty();
        } catch (ScalingException e) {
            // An expression that our arithmetic can't read has no values here; its state in AWS still counts.
            return Optional.empty();
        }
    }

    private Series measured(MetricTerm term) {
        Optional<PeriodStatistic> statistic = PeriodStatistic.named(String.valueOf(term.statistic()));
        List<Optional<StatisticSet>> periods = range.aggregate(record.samples().getOrDefault(term.id(), List.of()));
        return Series.of(periods.stream()
                .mapToDouble(period -> period.isPresent() && statistic.isPresent()
                        ? statistic.get().of(period.get())
                        : Double.NaN)
                .toArray());
    }
}
