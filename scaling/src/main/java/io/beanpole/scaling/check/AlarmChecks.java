package io.beanpole.scaling.check;

import io.beanpole.scaling.alarm.AlarmRule;
import io.beanpole.scaling.alarm.MissingData;
import io.beanpole.scaling.design.DesignedAlarm;
import io.beanpole.scaling.design.MetricSource;
import io.beanpole.scaling.design.MetricSubject;
import io.beanpole.scaling.design.WatchedMetric;
import io.beanpole.scaling.why.Direction;
import java.time.Duration;
import java.util.List;

/** Checks of what alarms do. */
record AlarmChecks(CheckedDesign checked) {
    /** So long a lane without work is taken for idle, protected or not. */
    private static final Duration QUIET = Duration.ofMinutes(10);

    void addTo(List<Finding> findings) {
        checked.wired(Direction.IN).forEach(alarm -> shrinks(alarm, findings));
        checked.wired(Direction.OUT).stream()
                .filter(alarm -> isOfTheQueue(alarm) && alarm.rule().missingData() == MissingData.BREACHING)
                .forEach(alarm -> findings.add(new Finding(
                        Flaw.MISSING_DATA,
                        alarm.name(),
                        "It takes missing values as breaching, and a queue that is idle reports nothing.",
                        "The group grows while there is no work at all.",
                        "TreatMissingData: notBreaching.")));
        runsNothing(findings);
        overlaps(findings);
    }

    private void shrinks(DesignedAlarm alarm, List<Finding> findings) {
        WatchedMetric metric = alarm.metric();
        boolean countsInFlight = metric.uses(MetricSource.IN_FLIGHT);
        if (metric.uses(MetricSource.VISIBLE) && !countsInFlight) {
            findings.add(new Finding(
                    Flaw.IN_FLIGHT_IGNORED,
                    alarm.name(),
                    "It shrinks the group by what waits and leaves out what is in flight.",
                    "Long tasks look like an empty queue: instances go while all of them work.",
                    "Metrics: ApproximateNumberOfMessagesVisible + ApproximateNumberOfMessagesNotVisible."));
        }
        if (checked.lane().isWorker() && !checked.lane().protectsBusy() && !(countsInFlight && isIdle(alarm))) {
            findings.add(new Finding(
                    Flaw.BUSY_KILLED,
                    alarm.name(),
                    "It shrinks the group while work may be going on, and no worker protects its instance.",
                    "Auto Scaling ends an instance in the middle of a task; the task starts again from the beginning after"
                            + " its visibility timeout.",
                    "Let workers call SetInstanceProtection while they are busy, or shrink only after "
                            + QUIET.toMinutes() + " minutes with at most one task waiting or in flight."));
        }
        if (isOfTheQueue(alarm)
                && alarm.rule().missingData() == MissingData.NOT_BREACHING
                && !CheckedDesign.fillsGaps(metric)) {
            findings.add(new Finding(
                    Flaw.MISSING_DATA,
                    alarm.name(),
                    "It takes missing values as not breaching, and a queue that is idle reports nothing.",
                    "After the last work of a day the group keeps its size, and its price, until the next.",
                    "TreatMissingData: breaching, or FILL(metric, 0) in the expression."));
        }
    }

    /** Whether it asks for next to no work through a long time. */
    private static boolean isIdle(DesignedAlarm alarm) {
        AlarmRule rule = alarm.rule();
        Duration quiet = alarm.metric().period().multipliedBy(rule.datapointsToAlarm());
        return quiet.compareTo(QUIET) >= 0
                && rule.threshold() <= 1
                && rule.comparison().breaches(0, rule.threshold());
    }

    private void runsNothing(List<Finding> findings) {
        for (DesignedAlarm alarm : checked.own()) {
            boolean isReplaced =
                    !checked.wired(Direction.of(alarm, checked.design())).isEmpty();
            boolean namesNone = !alarm.policies().isEmpty()
                    && alarm.policies().stream()
                            .allMatch(name -> checked.design().policy(name).isEmpty());
            if (namesNone
                    || !checked.isWired(alarm) && !isReplaced && alarm.metric().uses(MetricSource.VISIBLE)) {
                findings.add(new Finding(
                        Flaw.RUNS_NOTHING,
                        alarm.name(),
                        namesNone
                                ? "It runs " + String.join(", ", alarm.policies()) + ", which does not exist."
                                : "It watches the queue, but runs no policy"
                                        + (alarm.enabled() ? "." : ": its actions are disabled."),
                        "It goes off and nothing happens.",
                        "AlarmActions: [{Ref: the policy}], ActionsEnabled: true."));
            }
        }
    }

    private void overlaps(List<Finding> findings) {
        for (DesignedAlarm more : checked.wired(Direction.OUT)) {
            checked.wired(Direction.IN).stream()
                    .filter(fewer -> more.metric().equals(fewer.metric())
                            && more.metric().terms().size() == 1
                            && more.rule().threshold() < fewer.rule().threshold())
                    .findFirst()
                    .ifPresent(fewer -> findings.add(new Finding(
                            Flaw.OVERLAP,
                            more.name(),
                            "It asks for more from "
                                    + MetricChecks.number(more.rule().threshold()) + " on, and "
                                    + fewer.name() + " for fewer up to "
                                    + MetricChecks.number(fewer.rule().threshold()) + ".",
                            "Between the two both pull, and instances come and go.",
                            "Leave a gap between the thresholds.")));
        }
    }

    private static boolean isOfTheQueue(DesignedAlarm alarm) {
        return CheckedDesign.isOf(alarm.metric(), MetricSubject.QUEUE);
    }
}
