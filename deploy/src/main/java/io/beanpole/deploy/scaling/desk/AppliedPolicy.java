package io.beanpole.deploy.scaling.desk;

import io.beanpole.deploy.DeployException;
import io.beanpole.scaling.design.DesignedPolicy;
import io.beanpole.scaling.policy.SimplePolicy;
import io.beanpole.scaling.policy.Step;
import io.beanpole.scaling.policy.StepPolicy;
import io.beanpole.scaling.policy.TargetTrackingPolicy;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.autoscaling.model.PutScalingPolicyRequest;
import software.amazon.awssdk.services.autoscaling.model.ScalingPolicy;
import software.amazon.awssdk.services.autoscaling.model.StepAdjustment;

/**
 * The request that makes a policy of a group what a design says. PutScalingPolicy replaces a whole policy, so what a
 * design doesn't have is taken from the policy that is there.
 */
record AppliedPolicy(DesignedPolicy designed, Optional<ScalingPolicy> present) {
    PutScalingPolicyRequest request(String group) {
        var request = PutScalingPolicyRequest.builder()
                .autoScalingGroupName(group)
                .policyName(designed.name())
                .enabled(designed.enabled());
        if (designed.policy() instanceof SimplePolicy simple) {
            return request.policyType("SimpleScaling")
                    .adjustmentType(simple.adjustment().type().wireName())
                    .scalingAdjustment(simple.adjustment().amount())
                    .minAdjustmentMagnitude(magnitude(simple.adjustment().minMagnitude()))
                    .cooldown(Math.toIntExact(simple.cooldown().toSeconds()))
                    .build();
        }
        if (designed.policy() instanceof StepPolicy step) {
            return request.policyType("StepScaling")
                    .adjustmentType(step.type().wireName())
                    .minAdjustmentMagnitude(magnitude(step.minMagnitude()))
                    .metricAggregationType(
                            present.map(ScalingPolicy::metricAggregationType).orElse("Maximum"))
                    .estimatedInstanceWarmup(Math.toIntExact(step.warmUp().toSeconds()))
                    .stepAdjustments(
                            step.steps().stream().map(AppliedPolicy::adjustment).toList())
                    .build();
        }
        var target = (TargetTrackingPolicy) designed.policy();
        var tracking = present.map(ScalingPolicy::targetTrackingConfiguration)
                .orElseThrow(() -> new DeployException(
                        "The policy " + designed.name() + " tracks a target and is not there yet; the console makes no"
                                + " new one of this kind.",
                        "Save the design as a file of .ebextensions and deploy that."));
        return request.policyType("TargetTrackingScaling")
                .estimatedInstanceWarmup(Math.toIntExact(target.warmUp().toSeconds()))
                .targetTrackingConfiguration(tracking.toBuilder()
                        .targetValue(target.target())
                        .disableScaleIn(target.keepsSize())
                        .build())
                .build();
    }

    private static @Nullable Integer magnitude(int least) {
        return least == 0 ? null : least;
    }

    /** An open end is left out. */
    private static StepAdjustment adjustment(Step step) {
        return StepAdjustment.builder()
                .metricIntervalLowerBound(Double.isInfinite(step.lower()) ? null : step.lower())
                .metricIntervalUpperBound(Double.isInfinite(step.upper()) ? null : step.upper())
                .scalingAdjustment(step.amount())
                .build();
    }
}
