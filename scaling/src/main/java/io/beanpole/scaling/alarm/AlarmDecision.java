package io.beanpole.scaling.alarm;

import io.beanpole.scaling.metric.Datapoint;
import io.beanpole.scaling.metric.Grid;
import java.time.Instant;
import java.util.List;

/**
 * One evaluation of an alarm: what it looked at, which rule decided and what came of it.
 *
 * @param before the alarm's state until now
 * @param range the periods that were looked at
 * @param evaluated the values that counted, the newest first; at most N
 * @param missing the starts of the periods that were filled in for lack of values, the newest first
 * @param decidedBy the rule that decided
 * @param state the state from now on
 */
public record AlarmDecision(
        AlarmRule rule,
        AlarmState before,
        Grid range,
        List<Datapoint> evaluated,
        List<Instant> missing,
        AlarmDecisionRule decidedBy,
        AlarmState state) {
    public AlarmDecision {
        evaluated = List.copyOf(evaluated);
        missing = List.copyOf(missing);
    }

    /** Whether the data decides nothing: the state stays, and its reason stays too. */
    public boolean retained() {
        return decidedBy.retains();
    }

    public boolean changes() {
        return state != before;
    }

    /** The state's reason, worded as CloudWatch's StateReason; empty where the state is retained. */
    public String reason() {
        AlarmReasons reasons = new AlarmReasons(rule, evaluated);
        if (retained()) {
            return "";
        }
        if (state == AlarmState.INSUFFICIENT_DATA) {
            return reasons.unknown(missing.size());
        }
        return evaluated.isEmpty() ? reasons.nothingReceived() : reasons.crossed(state, missing.size());
    }

    /** Why the state is what it is, as a sentence. */
    public String why() {
        long breaching =
                evaluated.stream().filter(each -> rule.breachedBy(each.value())).count();
        return breaching + " of " + evaluated.size() + " values of " + rule.evaluationPeriods() + " periods of "
                + range.period().toSeconds() + " s " + (breaching == 1 ? "is " : "are ")
                + rule.comparison().words() + " " + rule.threshold() + ", it takes " + rule.datapointsToAlarm() + ": "
                + decidedBy.words() + ", so the state " + (changes() ? "becomes " : "stays ") + state + ".";
    }
}
