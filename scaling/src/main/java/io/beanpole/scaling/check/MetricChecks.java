package io.beanpole.scaling.check;

import io.beanpole.scaling.alarm.AlarmRule;
import io.beanpole.scaling.alarm.Comparison;
import io.beanpole.scaling.design.DesignedAlarm;
import io.beanpole.scaling.design.MetricSource;
import io.beanpole.scaling.design.MetricSubject;
import io.beanpole.scaling.design.MetricTerm;
import java.time.Duration;
import java.util.List;

/** Checks of what alarms look at. */
record MetricChecks(CheckedDesign checked) {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    void addTo(List<Finding> findings) {
        for (DesignedAlarm alarm : checked.own()) {
            summedGauge(alarm, findings);
            shortPeriod(alarm, findings);
            unreachable(alarm, findings);
            if (checked.isWired(alarm) && CheckedDesign.isOf(alarm.metric(), MetricSubject.DEAD_LETTER_QUEUE)) {
                findings.add(new Finding(
                        Flaw.DEAD_LETTERS,
                        alarm.name(),
                        "It changes the group by the depth of the dead-letter queue.",
                        "No instance works dead letters off, so the group grows until somebody empties that queue.",
                        "Let it tell a person (SNS), and scale by AWSEBWorkerQueue."));
            }
        }
    }

    private void summedGauge(DesignedAlarm alarm, List<Finding> findings) {
        Duration period = alarm.metric().period();
        alarm.metric().terms().stream()
                .filter(term -> "Sum".equals(term.statistic()) && isGauge(term) && period.compareTo(MINUTE) > 0)
                .findFirst()
                .ifPresent(term -> findings.add(new Finding(
                        Flaw.SUMMED_GAUGE,
                        alarm.name(),
                        nameOf(term) + " is a gauge that comes once a minute, and the alarm adds it up over "
                                + period.toSeconds() + " s.",
                        "The sum is about " + period.toMinutes() + " times the depth: a threshold of "
                                + number(alarm.rule().threshold()) + " is a depth of about "
                                + number(alarm.rule().threshold() / period.toMinutes()) + ".",
                        "Statistic: Maximum, Period: 60.")));
    }

    private static boolean isGauge(MetricTerm term) {
        MetricSource source = term.source();
        return source != null
                && MetricSource.SQS.equals(source.namespace())
                && source.name().startsWith("Approximate");
    }

    private static void shortPeriod(DesignedAlarm alarm, List<Finding> findings) {
        boolean isOfAMinute = alarm.metric().terms().stream()
                .map(MetricTerm::source)
                .anyMatch(source -> source != null
                        && (MetricSource.SQS.equals(source.namespace())
                                || MetricSource.AUTO_SCALING.equals(source.namespace())));
        if (isOfAMinute && alarm.metric().period().compareTo(MINUTE) < 0) {
            findings.add(new Finding(
                    Flaw.SHORT_PERIOD,
                    alarm.name(),
                    "Its period is " + alarm.metric().period().toSeconds()
                            + " s, and the metrics of queues and groups come once a minute.",
                    "Most of its periods have no value, so missing data decides.",
                    "Period: 60."));
        }
    }

    /** Counts and ages are never below zero. */
    private static void unreachable(DesignedAlarm alarm, List<Finding> findings) {
        AlarmRule rule = alarm.rule();
        MetricSource source = alarm.metric().result().source();
        boolean isBelowZero = rule.comparison() == Comparison.LESS && rule.threshold() <= 0
                || rule.comparison() == Comparison.LESS_OR_EQUAL && rule.threshold() < 0;
        if (isBelowZero && source != null && MetricSource.SQS.equals(source.namespace())) {
            findings.add(new Finding(
                    Flaw.UNREACHABLE,
                    alarm.name(),
                    "It goes off at " + rule.comparison().awsName() + " " + number(rule.threshold()) + ", and "
                            + source.name() + " is never below 0.",
                    "It never goes off.",
                    "ComparisonOperator: LessThanOrEqualToThreshold with a threshold of 0 or more."));
        }
    }

    private static String nameOf(MetricTerm term) {
        MetricSource source = term.source();
        return source == null ? term.id() : source.name();
    }

    static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }
}
