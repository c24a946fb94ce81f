package io.beanpole.scaling.alarm;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One evaluation of a composite alarm: the states that it looked at, its rule and what came of it.
 *
 * @param states the states of the alarms that the rule names, of those that there are
 * @param before its own state until now
 * @param state its own state from now on
 */
public record CompositeDecision(
        AlarmExpression rule, Map<String, AlarmState> states, AlarmState before, AlarmState state) {
    public CompositeDecision {
        states = Map.copyOf(states);
    }

    /** Evaluates a rule: ALARM where it holds, else OK. */
    public static CompositeDecision of(AlarmExpression rule, Map<String, AlarmState> states, AlarmState before) {
        return new CompositeDecision(rule, states, before, rule.holds(states) ? AlarmState.ALARM : AlarmState.OK);
    }

    public boolean changes() {
        return state != before;
    }

    /** Why the state is what it is, as a sentence. */
    public String why() {
        String looked = new TreeMap<>(states)
                .entrySet().stream()
                        .map(each -> each.getKey() + " is " + each.getValue())
                        .collect(Collectors.joining(", "));
        return (looked.isEmpty() ? "" : looked + ": ") + "the rule " + rule + " "
                + (state == AlarmState.ALARM ? "holds" : "doesn't hold") + ", so the state "
                + (changes() ? "becomes " : "stays ") + state + ".";
    }
}
