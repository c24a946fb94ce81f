package io.beanpole.cloud.cloudwatch;

import io.beanpole.scaling.alarm.AlarmDecision;
import io.beanpole.scaling.alarm.CompositeDecision;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The decision record of each alarm's newest evaluation, to tell why its state is what it is. */
final class AlarmDecisions {
    private final Map<String, Told> newest = new ConcurrentHashMap<>();

    /**
     * One evaluation in short.
     *
     * @param rule what decided: the name of a rule, or the expression of a composite alarm
     */
    record Told(String alarm, String at, String before, String after, String rule, String why) {}

    void made(String alarm, Instant at, AlarmDecision decision) {
        newest.put(
                alarm,
                new Told(
                        alarm,
                        at.toString(),
                        decision.before().name(),
                        decision.state().name(),
                        decision.decidedBy().name(),
                        decision.why()));
    }

    void made(String alarm, Instant at, CompositeDecision decision) {
        newest.put(
                alarm,
                new Told(
                        alarm,
                        at.toString(),
                        decision.before().name(),
                        decision.state().name(),
                        decision.rule().toString(),
                        decision.why()));
    }

    Optional<Told> of(String alarm) {
        return Optional.ofNullable(newest.get(alarm));
    }

    /** All of them by the names of the alarms. */
    List<Told> all() {
        return newest.values().stream()
                .sorted(Comparator.comparing(Told::alarm))
                .toList();
    }

    /** Those of alarms that are still there. */
    void keepOnly(Collection<Alarm> alarms) {
        newest.keySet().retainAll(alarms.stream().map(Alarm::name).collect(Collectors.toSet()));
    }
}
