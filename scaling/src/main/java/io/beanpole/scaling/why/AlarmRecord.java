package io.beanpole.scaling.why;

import io.beanpole.scaling.alarm.AlarmState;
import io.beanpole.scaling.design.DefaultTriggerNames;
import io.beanpole.scaling.design.DesignedAlarm;
import io.beanpole.scaling.metric.Sample;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * An alarm with what is known of its past.
 *
 * @param state what it is now
 * @param since since when
 * @param turns its changes of state in the time that is looked at
 * @param runs the actions that it ran in that time
 * @param samples what its metrics measured, by the ids of its metric's terms
 */
public record AlarmRecord(
        DesignedAlarm alarm,
        AlarmState state,
        Instant since,
        List<AlarmTurn> turns,
        List<AlarmRun> runs,
        Map<String, List<Sample>> samples) {
    public AlarmRecord {
        turns = turns.stream().sorted(Comparator.comparing(AlarmTurn::at)).toList();
        runs = List.copyOf(runs);
        samples = Map.copyOf(samples);
    }

    public String name() {
        return alarm.name();
    }

    /** Whether it is one of Elastic Beanstalk's own trigger. */
    public boolean isDefaultTrigger() {
        return DefaultTriggerNames.isAlarm(alarm.name());
    }

    /** Whether it runs a policy of the group. */
    boolean isWired() {
        return alarm.enabled() && !alarm.policies().isEmpty();
    }

    /** The state at a moment; as far as the history does not reach, the one that it has now. */
    AlarmState stateAt(Instant at) {
        AlarmState found = turns.isEmpty() ? state : turns.get(0).from();
        for (AlarmTurn turn : turns) {
            if (!turn.at().isAfter(at)) {
                found = turn.to();
            }
        }
        return found;
    }

    /** When the state of a moment began, as far as it is known. */
    Instant sinceAt(Instant at) {
        return turns.stream()
                .map(AlarmTurn::at)
                .filter(turned -> !turned.isAfter(at))
                .reduce((earlier, later) -> later)
                .orElse(since.isAfter(at) ? at : since);
    }
}
