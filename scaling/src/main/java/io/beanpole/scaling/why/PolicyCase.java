package io.beanpole.scaling.why;

import io.beanpole.scaling.alarm.AlarmDecision;
import io.beanpole.scaling.alarm.AlarmState;
import io.beanpole.scaling.design.DesignedPolicy;
import io.beanpole.scaling.group.OtherTargets;
import io.beanpole.scaling.group.PolicyRun;
import io.beanpole.scaling.policy.DecisionRule;
import io.beanpole.scaling.policy.ScalingDecision;
import io.beanpole.scaling.policy.SimplePolicy;
import java.time.Duration;
import java.util.OptionalDouble;

/**
 * A policy that an alarm ran, or runs, at a moment, with what it decides there.
 *
 * @param evaluation of the alarm
 */
record PolicyCase(AlarmRecord alarm, AlarmDecision evaluation, DesignedPolicy designed, ScalingDecision decision) {
    /** Lets the policy decide once more about the group of that moment. */
    static PolicyCase of(ScalingFacts facts, Moment moment, AlarmRecord alarm, DesignedPolicy designed) {
        AlarmDecision evaluation = AlarmReplay.at(alarm, moment.at());
        OptionalDouble value = evaluation.evaluated().isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(evaluation.evaluated().get(0).value());
        double threshold = alarm.alarm().rule().threshold();
        PolicyRun run = PolicyRun.byAlarm(designed.policy(), designed.enabled(), alarm.name(), value, threshold)
                .heldBackBy(OtherTargets.notBelow(
                        designed, facts.design().policies(), other -> isBelow(other, facts, moment)));
        return new PolicyCase(alarm, evaluation, designed, decision(run, moment));
    }

    private static ScalingDecision decision(PolicyRun run, Moment moment) {
        ScalingDecision decision =
                run.policy().decide(moment.size(), moment.activity(run.policy().warmUp()), run.breach());
        return run.notBelow() != null && decision.after() < decision.before()
                ? ScalingDecision.unchanged(
                        run.policy().name(), moment.size(), DecisionRule.OTHER_TARGET_NOT_BELOW, run.notBelow())
                : decision;
    }

    /** Whether an alarm of the policy that asks for fewer is in ALARM. */
    private static boolean isBelow(DesignedPolicy policy, ScalingFacts facts, Moment moment) {
        return facts.alarms().stream()
                .anyMatch(alarm -> alarm.alarm().policies().contains(policy.name())
                        && !Direction.of(alarm.alarm(), facts.design()).isOut()
                        && alarm.stateAt(moment.at()) == AlarmState.ALARM);
    }

    Duration warmUp() {
        return designed.policy().warmUp();
    }

    boolean isSimple() {
        return designed.policy() instanceof SimplePolicy;
    }
}
