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
    private final List<Datapoint> evaluated;
    private final int missing;
    private final int breaching;

    private AlarmEvaluation(AlarmRule rule, Grid range, List<Datapoint> evaluated) {
        this.rule = rule;
        this.range = range;
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
    public static AlarmVerdict of(AlarmRule rule, Grid range, Collection<Datapoint> existing, AlarmState current) {
        List<Datapoint> newest = existing.stream()
                .filter(each -> range.indexOf(each.start()) >= 0 && range.indexOf(each.start()) < range.size())
                .sorted(Comparator.comparing(Datapoint::start).reversed())
                .limit(rule.evaluationPeriods())
                .toList();
        return new AlarmEvaluation(rule, range, newest).verdict(current);
    }

    private AlarmVerdict verdict(AlarmState current) {
        int toAlarm = rule.datapointsToAlarm();
        AlarmReasons reasons = new AlarmReasons(rule, evaluated);
        if (missing > 0 && evaluated.isEmpty()) {
            return allMissing(reasons, current);
        }
        if (breaching >= toAlarm) {
            return verdict(AlarmState.ALARM, reasons.crossed(AlarmState.ALARM, missing));
        }
        if (breaching + missing < toAlarm) {
            return verdict(AlarmState.OK, reasons.crossed(AlarmState.OK, missing));
        }
        return switch (rule.missingData()) {
            case BREACHING -> verdict(AlarmState.ALARM, reasons.crossed(AlarmState.ALARM, missing));
            case NOT_BREACHING -> verdict(AlarmState.OK, reasons.crossed(AlarmState.OK, missing));
            case MISSING, IGNORE -> undecided(reasons, current);
        };
    }

    private AlarmVerdict allMissing(AlarmReasons reasons, AlarmState current) {
        return switch (rule.missingData()) {
            case BREACHING -> verdict(AlarmState.ALARM, reasons.nothingReceived());
            case NOT_BREACHING -> verdict(AlarmState.OK, reasons.nothingReceived());
            case MISSING -> verdict(AlarmState.INSUFFICIENT_DATA, reasons.unknown(missing));
            case IGNORE -> retained(current);
        };
    }

    /** Too few values to be sure. A value within the threshold speaks for OK; an old breach with none, for ALARM. */
    private AlarmVerdict undecided(AlarmReasons reasons, AlarmState current) {
        if (breaching < evaluated.size()) {
            return verdict(AlarmState.OK, reasons.crossed(AlarmState.OK, missing));
        }
        if (rule.missingData() == MissingData.IGNORE) {
            return retained(current);
        }
        return ageOfOldest() >= rule.datapointsToAlarm()
                ? verdict(AlarmState.ALARM, reasons.crossed(AlarmState.ALARM, missing))
                : verdict(AlarmState.INSUFFICIENT_DATA, reasons.unknown(missing));
    }

    /** How many periods ago, the newest one being 1. */
    private int ageOfOldest() {
        Datapoint oldest = evaluated.get(evaluated.size() - 1);
        return range.size() - range.indexOf(oldest.start());
    }

    private AlarmVerdict retained(AlarmState current) {
        return new AlarmVerdict(current, true, "", evaluated, filled());
    }

    private AlarmVerdict verdict(AlarmState state, String reason) {
        return new AlarmVerdict(state, false, reason, evaluated, filled());
    }

    private List<Instant> filled() {
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
