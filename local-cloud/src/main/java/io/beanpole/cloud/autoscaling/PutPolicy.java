package io.beanpole.cloud.autoscaling;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.autoscaling.model.PutScalingPolicyRequest;
import software.amazon.awssdk.services.autoscaling.model.StepAdjustment;

/** A request to put a policy, checked: what goes only with the other type is refused. */
final class PutPolicy {
    private static final List<String> AGGREGATIONS = List.of("Minimum", "Maximum", "Average");

    private final PutScalingPolicyRequest request;
    private final String type;

    PutPolicy(PutScalingPolicyRequest request) {
        this.request = request;
        this.type = Objects.requireNonNullElse(request.policyType(), PolicyRecord.SIMPLE);
        switch (type) {
            case PolicyRecord.SIMPLE -> requireSimple();
            case PolicyRecord.STEP -> requireStep();
            case PolicyRecord.TRACKING -> requireTracking();
            default ->
                throw Refusals.invalid("The local cloud has no policies of the type " + type
                        + "; use SimpleScaling, StepScaling or TargetTrackingScaling.");
        }
    }

    PolicyRecord record(String arn) {
        boolean isSimple = type.equals(PolicyRecord.SIMPLE);
        boolean tracks = type.equals(PolicyRecord.TRACKING);
        return new PolicyRecord(
                arn,
                request.autoScalingGroupName(),
                request.policyName(),
                type,
                tracks ? "" : Refusals.required(request.adjustmentType(), "adjustmentType"),
                isSimple ? Refusals.required(request.scalingAdjustment(), "scalingAdjustment") : 0,
                request.minAdjustmentMagnitude() == null
                        ? request.minAdjustmentStep()
                        : request.minAdjustmentMagnitude(),
                request.cooldown(),
                request.estimatedInstanceWarmup(),
                isSimple || tracks ? null : Objects.requireNonNullElse(request.metricAggregationType(), "Average"),
                request.stepAdjustments().stream().map(PutPolicy::step).toList(),
                tracks ? PutTracking.of(request.autoScalingGroupName(), request.targetTrackingConfiguration()) : null,
                !Boolean.FALSE.equals(request.enabled()));
    }

    private static PolicyRecord.StepRecord step(StepAdjustment step) {
        return new PolicyRecord.StepRecord(
                step.metricIntervalLowerBound(),
                step.metricIntervalUpperBound(),
                Refusals.required(step.scalingAdjustment(), "stepAdjustments.scalingAdjustment"));
    }

    private void requireTracking() {
        refuse(request.adjustmentType() != null, "AdjustmentType");
        refuse(request.scalingAdjustment() != null, "ScalingAdjustment");
        refuse(!request.stepAdjustments().isEmpty(), "StepAdjustments");
        refuse(request.metricAggregationType() != null, "MetricAggregationType");
        refuse(request.cooldown() != null, "Cooldown");
        requireNotNegative(request.estimatedInstanceWarmup(), "EstimatedInstanceWarmup");
    }

    private void requireSimple() {
        refuse(request.targetTrackingConfiguration() != null, "TargetTrackingConfiguration");
        refuse(!request.stepAdjustments().isEmpty(), "StepAdjustments");
        refuse(request.metricAggregationType() != null, "MetricAggregationType");
        refuse(request.estimatedInstanceWarmup() != null, "EstimatedInstanceWarmup");
        requireNotNegative(request.cooldown(), "Cooldown");
    }

    private void requireStep() {
        refuse(request.targetTrackingConfiguration() != null, "TargetTrackingConfiguration");
        refuse(request.scalingAdjustment() != null, "ScalingAdjustment");
        refuse(request.cooldown() != null, "Cooldown");
        requireNotNegative(request.estimatedInstanceWarmup(), "EstimatedInstanceWarmup");
        String aggregation = request.metricAggregationType();
        if (aggregation != null && !AGGREGATIONS.contains(aggregation)) {
            throw Refusals.invalid(
                    "MetricAggregationType must be Minimum, Maximum or Average, not " + aggregation + ".");
        }
    }

    private static void requireNotNegative(@Nullable Integer seconds, String parameter) {
        if (seconds != null && seconds < 0) {
            throw Refusals.invalid(parameter + " must be 0 or more seconds, not " + seconds + ".");
        }
    }

    private void refuse(boolean isGiven, String parameter) {
        if (isGiven) {
            throw Refusals.invalid(parameter + " is not supported by policy type " + type + ".");
        }
    }
}
