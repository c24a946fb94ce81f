package io.beanpole.deploy.scaling;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import software.amazon.awssdk.services.autoscaling.model.Alarm;
import software.amazon.awssdk.services.autoscaling.model.ScalingPolicy;
import software.amazon.awssdk.services.autoscaling.model.StepAdjustment;

/** Says in words what a scaling policy does. */
final class PolicySentences {
    private PolicySentences() {}

    static PolicySummary summary(ScalingPolicy policy) {
        return new PolicySummary(
                policy.policyName(),
                policy.policyType() == null ? "SimpleScaling" : policy.policyType(),
                policy.adjustmentType() == null ? "" : policy.adjustmentType(),
                steps(policy),
                policy.alarms().stream().map(Alarm::alarmName).sorted().toList());
    }

    private static List<String> steps(ScalingPolicy policy) {
        var sentences = new ArrayList<String>();
        var type = String.valueOf(policy.adjustmentType());
        for (var step : policy.stepAdjustments()) {
            sentences.add(change(type, step.scalingAdjustment()) + " " + reach(step));
        }
        if (policy.scalingAdjustment() != null) {
            var pause = policy.cooldown() == null ? "the group's cooldown" : policy.cooldown() + " s of cooldown";
            sentences.add(change(type, policy.scalingAdjustment()) + ", then " + pause);
        }
        var tracking = policy.targetTrackingConfiguration();
        if (tracking != null) {
            sentences.add("as many as keep the metric at " + number(tracking.targetValue()));
        }
        return List.copyOf(sentences);
    }

    private static String change(String type, int adjustment) {
        return switch (type) {
            case "ExactCapacity" -> "to " + adjustment;
            case "PercentChangeInCapacity" -> String.format(Locale.ROOT, "%+d %%", adjustment);
            default -> String.format(Locale.ROOT, "%+d", adjustment);
        };
    }

    /** Bounds are distances from the alarm's threshold; an absent one is infinite. */
    private static String reach(StepAdjustment step) {
        var lower = step.metricIntervalLowerBound();
        var upper = step.metricIntervalUpperBound();
        if (lower == null && upper == null) {
            return "wherever the metric is";
        }
        if (upper == null) {
            return lower == 0 ? "over the threshold" : "from " + distance(lower) + " on";
        }
        if (lower == null) {
            return upper == 0 ? "under the threshold" : "up to " + distance(upper);
        }
        if (lower < 0 && upper <= 0) {
            return "from " + number(-upper) + " to " + number(-lower) + " under the threshold";
        }
        return lower >= 0
                ? "from " + number(lower) + " to " + number(upper) + " over the threshold"
                : "from " + distance(lower) + " to " + distance(upper);
    }

    private static String distance(double bound) {
        return number(Math.abs(bound)) + (bound < 0 ? " under" : " over") + " the threshold";
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }
}
