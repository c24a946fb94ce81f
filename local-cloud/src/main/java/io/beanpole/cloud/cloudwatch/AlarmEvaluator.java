package io.beanpole.cloud.cloudwatch;

import io.beanpole.scaling.alarm.AlarmEvaluation;
import io.beanpole.scaling.alarm.AlarmState;
import io.beanpole.scaling.alarm.AlarmVerdict;
import io.beanpole.scaling.metric.Datapoint;
import io.beanpole.scaling.metric.Grid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

/**
 * Evaluates alarms over the periods that end at a moment: with ticks every 10 s an alarm with a period of 60 s looks at
 * the last 60 s each time, so it reacts within a tick and needs 60 s of quiet.
 */
final class AlarmEvaluator {
    private static final Logger LOG = LoggerFactory.getLogger(AlarmEvaluator.class);

    private final Alarms alarms;
    private final MetricStore store;
    private final AlarmActions actions;

    AlarmEvaluator(Alarms alarms, MetricStore store, AlarmActions actions) {
        this.alarms = alarms;
        this.store = store;
        this.actions = actions;
    }

    /** Evaluates all alarms; one that can't be is logged and hinders no other. */
    void evaluate(Instant at) {
        for (MetricAlarm alarm : alarms.all()) {
            try {
                evaluate(alarm, at);
            } catch (RuntimeException e) {
                LOG.error("The alarm {} could not be evaluated", alarm.alarmName(), e);
            }
        }
    }

    private void evaluate(MetricAlarm alarm, Instant at) {
        AlarmDefinition definition = AlarmDefinition.of(alarm, store);
        AlarmVerdict verdict = verdict(definition, AlarmState.valueOf(alarm.stateValueAsString()), at);
        OptionalDouble value = verdict.evaluated().isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(verdict.evaluated().get(0).value());
        if (verdict.retained() || verdict.state().name().equals(alarm.stateValueAsString())) {
            actions.again(alarm, value, at);
            return;
        }
        MetricAlarm changed = alarm.toBuilder()
                .stateValue(verdict.state().name())
                .stateReason(verdict.reason())
                .stateReasonData(ReasonData.of(alarm, definition, verdict, at))
                .stateUpdatedTimestamp(at)
                .stateTransitionedTimestamp(at)
                .build();
        changed(alarm, changed).ifPresent(now -> actions.changed(alarm, now, value, at));
    }

    private AlarmVerdict verdict(AlarmDefinition definition, AlarmState current, Instant at) {
        int size = definition.rule().range();
        Grid range = Grid.endingAt(at, definition.period(), size);
        MetricQueries.Result result = definition.queries().evaluate(definition.watched(), period -> range);
        List<Datapoint> existing = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            if (result.series().has(i)) {
                existing.add(new Datapoint(range.start(i), result.series().get(i), result.sampleCount(i)));
            }
        }
        return AlarmEvaluation.of(definition.rule(), range, existing, current);
    }

    /** Only while nobody has changed or deleted the alarm that was looked at. */
    private Optional<MetricAlarm> changed(MetricAlarm looked, MetricAlarm changed) {
        return alarms.change(looked.alarmName(), looked::equals, before -> changed, AlarmHistory::stateUpdate);
    }
}
