package io.beanpole.scaling.check;

import io.beanpole.scaling.design.DefaultTriggerNames;
import io.beanpole.scaling.design.DesignedAlarm;
import io.beanpole.scaling.design.DesignedPolicy;
import io.beanpole.scaling.policy.Step;
import io.beanpole.scaling.policy.StepPolicy;
import io.beanpole.scaling.policy.TargetTrackingPolicy;
import io.beanpole.scaling.why.Direction;
import java.time.Duration;
import java.util.List;

/** Checks of policies. */
record PolicyChecks(CheckedDesign checked) {
    void addTo(List<Finding> findings) {
        for (DesignedPolicy policy : checked.design().policies()) {
            if (!DefaultTriggerNames.isPolicy(policy.name())) {
                neverRun(policy, findings);
                shortWarmUp(policy, findings);
            }
        }
        checked.own().stream().filter(checked::isWired).forEach(alarm -> stepGaps(alarm, findings));
    }

    private void neverRun(DesignedPolicy policy, List<Finding> findings) {
        boolean isRun = policy.policy() instanceof TargetTrackingPolicy
                || checked.design().alarms().stream()
                        .anyMatch(alarm -> alarm.policies().contains(policy.name()));
        if (!isRun || !policy.enabled()) {
            findings.add(new Finding(
                    Flaw.NEVER_RUN,
                    policy.name(),
                    policy.enabled() ? "No alarm runs it." : "It is disabled.",
                    "It never changes the group.",
                    policy.enabled() ? "AlarmActions: [{Ref: " + policy.name() + "}] in an alarm." : "Enabled: true."));
        }
    }

    private void shortWarmUp(DesignedPolicy policy, List<Finding> findings) {
        Duration boot = checked.lane().boot();
        boolean isOut = checked.wired(Direction.OUT).stream()
                .anyMatch(alarm -> alarm.policies().contains(policy.name()));
        if (boot != null
                && isOut
                && policy.policy() instanceof StepPolicy step
                && step.warmUp().compareTo(boot) < 0) {
            findings.add(new Finding(
                    Flaw.SHORT_WARM_UP,
                    policy.name(),
                    "Its warm-up is " + step.warmUp().toSeconds() + " s, and an instance takes " + boot.toSeconds()
                            + " s until it works.",
                    "Before the first instances help, the policy adds as many again.",
                    "EstimatedInstanceWarmup: " + boot.toSeconds() + " or more."));
        }
    }

    private void stepGaps(DesignedAlarm alarm, List<Finding> findings) {
        boolean isOut = alarm.rule()
                .comparison()
                .breaches(Double.MAX_VALUE, alarm.rule().threshold());
        for (String name : alarm.policies()) {
            checked.design()
                    .policy(name)
                    .map(DesignedPolicy::policy)
                    .filter(StepPolicy.class::isInstance)
                    .map(policy -> ((StepPolicy) policy).steps())
                    .filter(steps -> isOut ? lowest(steps) > 0 : highest(steps) < 0)
                    .ifPresent(steps -> findings.add(new Finding(
                            Flaw.STEP_GAP,
                            name,
                            "Its steps begin " + MetricChecks.number(Math.abs(isOut ? lowest(steps) : highest(steps)))
                                    + " away from the threshold of " + alarm.name() + ".",
                            "Between the threshold and there the alarm goes off and nothing happens.",
                            isOut ? "MetricIntervalLowerBound: 0." : "MetricIntervalUpperBound: 0.")));
        }
    }

    private static double lowest(List<Step> steps) {
        return steps.stream().mapToDouble(Step::lower).min().orElse(0);
    }

    private static double highest(List<Step> steps) {
        return steps.stream().mapToDouble(Step::upper).max().orElse(0);
    }
}
