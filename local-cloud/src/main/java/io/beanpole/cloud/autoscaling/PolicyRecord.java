package io.beanpole.cloud.autoscaling;

import io.beanpole.scaling.policy.Adjustment;
import io.beanpole.scaling.policy.AdjustmentType;
import io.beanpole.scaling.policy.ScalingPolicy;
import io.beanpole.scaling.policy.SimplePolicy;
import io.beanpole.scaling.policy.Step;
import io.beanpole.scaling.policy.StepPolicy;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scaling policy as it was put.
 *
 * @param type SimpleScaling, StepScaling or TargetTrackingScaling
 * @param adjustmentType empty for a policy that tracks a target
 * @param amount of a simple policy; 0 for the others
 * @param cooldown seconds; null takes the group's
 * @param warmUp seconds; null takes the group's
 * @param tracking null for a policy that tracks no target
 */
record PolicyRecord(
        String arn,
        String group,
        String name,
        String type,
        String adjustmentType,
        int amount,
        @Nullable Integer minMagnitude,
        @Nullable Integer cooldown,
        @Nullable Integer warmUp,
        @Nullable String aggregation,
        List<StepRecord> steps,
        @Nullable TrackingRecord tracking,
        boolean enabled) {
    static final String SIMPLE = "SimpleScaling";
    static final String STEP = "StepScaling";
    static final String TRACKING = "TargetTrackingScaling";

    /** A step as it was put: a bound that was left out is null. */
    record StepRecord(@Nullable Double lower, @Nullable Double upper, int amount) {
        Step step() {
            return new Step(
                    lower == null ? Double.NEGATIVE_INFINITY : lower,
                    upper == null ? Double.POSITIVE_INFINITY : upper,
                    amount);
        }
    }

    boolean isSimple() {
        return type.equals(SIMPLE);
    }

    /** @throws io.beanpole.scaling.ScalingException when its numbers make no sense */
    ScalingPolicy rule(GroupOptions options) {
        if (tracking != null) {
            return tracking.rule(name, warmUp(options));
        }
        AdjustmentType adjustment = AdjustmentType.of(adjustmentType);
        int least = minMagnitude == null ? 0 : minMagnitude;
        return isSimple()
                ? new SimplePolicy(name, new Adjustment(adjustment, amount, least), cooldown(options))
                : new StepPolicy(
                        name, adjustment, steps.stream().map(StepRecord::step).toList(), least, warmUp(options));
    }

    Duration cooldown(GroupOptions options) {
        return Duration.ofSeconds(cooldown == null ? options.cooldown() : cooldown);
    }

    /** The policy's own, else the group's default warm-up, else its cooldown, as AWS has it. */
    Duration warmUp(GroupOptions options) {
        int ofGroup = options.warmUp() == GroupOptions.NO_WARM_UP ? options.cooldown() : options.warmUp();
        return Duration.ofSeconds(warmUp == null ? ofGroup : warmUp);
    }
}
