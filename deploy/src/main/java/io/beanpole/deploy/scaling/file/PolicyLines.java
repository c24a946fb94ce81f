package io.beanpole.deploy.scaling.file;

import io.beanpole.scaling.design.DesignedPolicy;
import io.beanpole.scaling.policy.SimplePolicy;
import io.beanpole.scaling.policy.Step;
import io.beanpole.scaling.policy.StepPolicy;
import io.beanpole.scaling.policy.TargetTrackingPolicy;
import java.util.Objects;

/** A policy as the properties of {@code AWS::AutoScaling::ScalingPolicy}. */
final class PolicyLines {
    private final DesignedPolicy designed;

    PolicyLines(DesignedPolicy designed) {
        this.designed = designed;
    }

    void write(Lines lines, int depth) {
        if (designed.policy() instanceof SimplePolicy simple) {
            simple(simple, lines, depth);
        } else if (designed.policy() instanceof StepPolicy step) {
            steps(step, lines, depth);
        } else if (designed.policy() instanceof TargetTrackingPolicy tracking) {
            tracking(tracking, lines, depth);
        }
    }

    private static void simple(SimplePolicy policy, Lines lines, int depth) {
        lines.add(depth, "PolicyType: SimpleScaling");
        lines.add(depth, "AdjustmentType: " + policy.adjustment().type().wireName());
        lines.add(depth, "ScalingAdjustment: " + policy.adjustment().amount());
        magnitude(policy.adjustment().minMagnitude(), lines, depth);
        lines.add(depth, "Cooldown: \"" + policy.cooldown().toSeconds() + "\"");
    }

    private static void steps(StepPolicy policy, Lines lines, int depth) {
        lines.add(depth, "PolicyType: StepScaling");
        lines.add(depth, "AdjustmentType: " + policy.type().wireName());
        magnitude(policy.minMagnitude(), lines, depth);
        lines.add(depth, "MetricAggregationType: Maximum");
        lines.add(depth, "EstimatedInstanceWarmup: " + policy.warmUp().toSeconds());
        lines.add(depth, "StepAdjustments:");
        policy.steps().forEach(step -> lines.add(depth + 1, "- {" + step(step) + "}"));
    }

    private static String step(Step step) {
        String lower =
                Double.isInfinite(step.lower()) ? "" : "MetricIntervalLowerBound: " + Lines.number(step.lower()) + ", ";
        String upper =
                Double.isInfinite(step.upper()) ? "" : "MetricIntervalUpperBound: " + Lines.number(step.upper()) + ", ";
        return lower + upper + "ScalingAdjustment: " + step.amount();
    }

    private void tracking(TargetTrackingPolicy policy, Lines lines, int depth) {
        lines.add(depth, "PolicyType: TargetTrackingScaling");
        lines.add(depth, "EstimatedInstanceWarmup: " + policy.warmUp().toSeconds());
        lines.add(depth, "TargetTrackingConfiguration:");
        lines.add(depth + 1, "TargetValue: " + Lines.number(policy.target()));
        lines.add(depth + 1, "DisableScaleIn: " + policy.keepsSize());
        lines.add(depth + 1, "CustomizedMetricSpecification:");
        new MetricLines(Objects.requireNonNull(designed.tracked()), "the policy " + policy.name())
                .queries(lines, depth + 2);
    }

    private static void magnitude(int least, Lines lines, int depth) {
        if (least > 0) {
            lines.add(depth, "MinAdjustmentMagnitude: " + least);
        }
    }
}
