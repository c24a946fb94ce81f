package io.beanpole.scaling.why;

import io.beanpole.scaling.alarm.AlarmDecision;
import io.beanpole.scaling.alarm.AlarmState;
import io.beanpole.scaling.design.DesignedPolicy;
import io.beanpole.scaling.policy.Breach;
import io.beanpole.scaling.policy.DecisionRule;
import io.beanpole.scaling.policy.GroupActivity;
import io.beanpole.scaling.policy.ScalingDecision;
import io.beanpole.scaling.policy.ScalingPolicy;
import io.beanpole.scaling.policy.SimplePolicy;
import io.beanpole.scaling.policy.StepPolicy;
import io.beanpole.scaling.policy.TargetTrackingPolicy;
import java.time.Duration;
import java.util.Optional;

/**
 * A policy that an alarm ran, or runs, at a moment, with what it decides there.
 *
 * @param evaluation of the alarm
 */
record PolicyCase(AlarmRecord alarm, AlarmDecision evaluation, DesignedPolicy designed, ScalingDecision decision) {
    /** Lets the policy decide once more about the group of that moment. */
    static PolicyCase of(ScalingFacts facts, Moment moment, AlarmRecord alarm, DesignedPolicy designed) {
        AlarmDecision evaluation = AlarmReplay.at(alarm, moment.at());
        double threshold = alarm.alarm().rule().threshold();
        double value = evaluation.evaluated().isEmpty()
                ? threshold
                : evaluation.evaluated().get(0).value();
        // A state that CloudWatch reached by values that are no more to be had still runs the policy at its threshold.
        double breach = alarm.alarm().rule().comparison().breaches(value, threshold) ? value : threshold;
        GroupActivity activity = moment.activity(warmUp(designed.policy()));
        ScalingDecision decision = designed.policy().decide(moment.size(), activity, new Breach(breach, threshold));
        Optional<String> unready =
                decision.after() < decision.before() ? otherTarget(facts, moment, designed) : Optional.empty();
        return new PolicyCase(
                alarm,
                evaluation,
                designed,
                unready.map(other -> new ScalingDecision(
                                designed.name(),
                                decision.before(),
                                decision.before(),
                                DecisionRule.OTHER_TARGET_NOT_BELOW,
                                other))
                        .orElse(decision));
    }

    /** Policies that track a target remove instances only when all of them would (evidence: [B], reference 5.1). */
    private static Optional<String> otherTarget(ScalingFacts facts, Moment moment, DesignedPolicy designed) {
        if (!(designed.policy() instanceof TargetTrackingPolicy)) {
            return Optional.empty();
        }
        return facts.design().policies().stream()
                .filter(other -> other.enabled()
                        && !other.equals(designed)
                        && other.policy() instanceof TargetTrackingPolicy tracking
                        && !tracking.keepsSize())
                .filter(other -> facts.alarms().stream()
                        .noneMatch(alarm -> alarm.alarm().policies().contains(other.name())
                                && !Direction.of(alarm.alarm(), facts.design()).isOut()
                                && alarm.stateAt(moment.at()) == AlarmState.ALARM))
                .map(DesignedPolicy::name)
                .findFirst();
    }

    static Duration warmUp(ScalingPolicy policy) {
        if (policy instanceof StepPolicy step) {
            return step.warmUp();
        }
        return policy instanceof TargetTrackingPolicy target ? target.warmUp() : Duration.ZERO;
    }

    Duration warmUp() {
        return warmUp(designed.policy());
    }

    boolean isSimple() {
        return designed.policy() instanceof SimplePolicy;
    }
}
