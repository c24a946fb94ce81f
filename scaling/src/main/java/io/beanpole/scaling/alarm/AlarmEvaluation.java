package io.beanpole.scaling.alarm;

import io.beanpole.scaling.metric.Datapoint;
import io.beanpole.scaling.metric.Grid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One evaluation of an alarm. Real values count first, wherever in the evaluation range they lie; only where there are
 * fewer than N of them does the treatment of missing data matter, and only as far as the real ones leave it open. See
 * <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html">how alarm state
 * is evaluated when data is missing</a>.
 */
public final class AlarmEvaluation {
    private final AlarmRule rule;
    private final Grid range;
    private final AlarmState current;
    private final List<Datapoint> evaluated;
    private final int missing;
    private final int breaching;

    private AlarmEvaluation(AlarmRule rule, Grid range, AlarmState current, List<Datapoint> evaluated) {
        this.rule = rule;
        this.range = range;
        this.current = current;
        this.evaluated = evaluated;
        this.missing = rule.evaluationPeriods() - evaluated.size();
        this.breaching = (int)
                evaluated.stream().filter(each -> rule.breachedBy(each.value())).count();
    }

    /**
     * Evaluates a rule over the periods of {@code range}, of which there should be {@link AlarmRule#range}.
     *
     * @param existing the values that there are, in any order
     * @param current the alarm's state until now
     */
    public static AlarmDecision of(AlarmRule rule, Grid range, Collection<Datapoint> existing, AlarmState current) {
        List<Datapoint> newest = existing.stream()
                .filter(each -> range.indexOf(each.start()) >= 0 && range.indexOf(each.start()) < range.size())
                .sorted(Comparator.comparing(Datapoint::start).reversed())
                .limit(rule.evaluationPeriods())
                .toList();
        return new AlarmEvaluation(rule, range, current, newest).decision();
    }

    private AlarmDecision decision() {
        int toAlarm = rule.datapointsToAlarm();
        if (missing > 0 && evaluated.isEmpty()) {
            return allMissing();
        }
        if (hasTooFewSamples()) {
            return retained(AlarmDecisionRule.TOO_FEW_SAMPLES);
        }
        if (breaching >= toAlarm) {
            return decided(AlarmDecisionRule.ENOUGH_BREACH, AlarmState.ALARM);
        }
        if (breaching + missing < toAlarm) {
            return decided(AlarmDecisionRule.TOO_FEW_CAN_BREACH, AlarmState.OK);
        }
        return switch (rule.missingData()) {
            case BREACHING -> decided(AlarmDecisionRule.MISSING_AS_BREACHING, AlarmState.ALARM);
            case NOT_BREACHING -> decided(AlarmDecisionRule.MISSING_AS_NOT_BREACHING, AlarmState.OK);
            case MISSING, IGNORE -> undecided();
        };
    }

    private AlarmDecision allMissing() {
        return switch (rule.missingData()) {
            case BREACHING -> decided(AlarmDecisionRule.MISSING_AS_BREACHING, AlarmState.ALARM);
            case NOT_BREACHING -> decided(AlarmDecisionRule.MISSING_AS_NOT_BREACHING, AlarmState.OK);
            case MISSING -> decided(AlarmDecisionRule.NO_DATA, AlarmState.INSUFFICIENT_DATA);
            case IGNORE -> retained(AlarmDecisionRule.MISSING_IGNORED);
        };
    }

    private boolean hasTooFewSamples() {
        return evaluated.stream()
                .anyMatch(each -> each.sampleCount().orElse(Double.POSITIVE_INFINITY) < rule.significantFrom());
    }

    /** Too few values to be sure. A value within the threshold speaks for OK; an old breach with none, for ALARM. */
    private AlarmDecision undecided() {
        if (breaching < evaluated.size()) {
            return decided(AlarmDecisionRule.A_VALUE_IS_WITHIN, AlarmState.OK);
        }
        if (rule.missingData() == MissingData.IGNORE) {
            return retained(AlarmDecisionRule.MISSING_IGNORED);
        }
        return ageOfOldest() >= rule.datapointsToAlarm()
                ? decided(AlarmDecisionRule.OLD_BREACH, AlarmState.ALARM)
                : decided(AlarmDecisionRule.ONLY_NEW_BREACHES, AlarmState.INSUFFICIENT_DATA);
    }

    /** How many periods ago, the newest one being 1. */
    private int ageOfOldest() {
        Datapoint oldest = evaluated.get(evaluated.size() - 1);
        return range.size() - range.indexOf(oldest.start());
    }

    private AlarmDecision retained(AlarmDecisionRule by) {
        return decided(by, current);
    }

    private AlarmDecision decided(AlarmDecisionRule by, AlarmState state) {
        return new AlarmDecision(rule, current, range, evaluated, filled(), by, state);
    }

    private List<Instant> filled() {
        if (missing == 0) {
            return List.of();
        }
        Set<Integer> there =
                evaluated.stream().map(each -> range.indexOf(each.start())).collect(Collectors.toSet());
        List<Instant> filled = new ArrayList<>();
        for (int i = range.size() - 1; i >= 0 && filled.size() < missing; i--) {
            if (!there.contains(i)) {
                filled.add(range.start(i));
            }
        }
        return filled;
    }
}
