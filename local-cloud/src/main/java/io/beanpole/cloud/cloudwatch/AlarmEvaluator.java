package io.beanpole.cloud.cloudwatch;

import io.beanpole.scaling.alarm.AlarmDecision;
import io.beanpole.scaling.alarm.AlarmEvaluation;
import io.beanpole.scaling.metric.Datapoint;
import io.beanpole.scaling.metric.Grid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Evaluates alarms on metrics over the periods that end at a moment: with ticks every 10 s an alarm with a period of
 * 60 s looks at the last 60 s each time, so it reacts within a tick and needs 60 s of quiet.
 */
final class AlarmEvaluator {
    private static final Logger LOG = LoggerFactory.getLogger(AlarmEvaluator.class);

    private final Alarms alarms;
    private final AlarmActions actions;
    private final AlarmDecisions decisions;

    AlarmEvaluator(Alarms alarms, AlarmActions actions, AlarmDecisions decisions) {
        this.alarms = alarms;
        this.actions = actions;
        this.decisions = decisions;
    }

    /** Evaluates all alarms on metrics, then runs what is due; one that can't be is logged and hinders no other. */
    void evaluate(Instant at) {
        List<DueAction> due = new ArrayList<>();
        for (MetricWatch alarm : alarms.watches()) {
            try {
                due.addAll(evaluate(alarm, at));
            } catch (RuntimeException e) {
                LOG.error("The alarm {} could not be evaluated", alarm.name(), e);
            }
        }
        // Looking at all of them took a while: of one that was changed or deleted meanwhile nothing is due any more.
        actions.run(due.stream()
                .filter(each -> alarms.isCurrent(each.change().now()))
                .toList());
    }

    private List<DueAction> evaluate(MetricWatch alarm, Instant at) {
        AlarmDecision decision = decision(alarm, at);
        decisions.made(alarm.name(), at, decision);
        OptionalDouble value = decision.evaluated().isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(decision.evaluated().get(0).value());
        if (decision.retained() || !decision.changes()) {
            return DueAction.again(alarm, value, at);
        }
        String data = ReasonData.of(alarm.model(), alarm.definition(), decision, at);
        Alarm changed = alarm.in(alarm.condition().next(decision.state(), decision.reason(), data, at));
        // Only while nobody has changed or deleted the alarm that was looked at.
        return alarms.change(alarm.name(), there -> there == alarm, before -> changed, AlarmHistory::changed)
                .map(now -> DueAction.changed(alarm, now, value, at))
                .orElse(List.of());
    }

    private static AlarmDecision decision(MetricWatch alarm, Instant at) {
        AlarmDefinition definition = alarm.definition();
        int size = definition.rule().range();
        Grid range = Grid.endingAt(at, definition.period(), size);
        MetricQueries.Result result = definition.queries().evaluate(definition.watched(), range);
        List<Datapoint> existing = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            if (result.series().has(i)) {
                existing.add(new Datapoint(range.start(i), result.series().get(i), result.sampleCount(i)));
            }
        }
        return AlarmEvaluation.of(
                definition.rule(), range, existing, alarm.condition().state());
    }
}
