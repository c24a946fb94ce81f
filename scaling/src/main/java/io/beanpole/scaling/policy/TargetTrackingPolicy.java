package io.beanpole.scaling.policy;

import io.beanpole.scaling.ScalingException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a metric that is shared out over the instances, such as the backlog of each, near a target: the capacity follows
 * in proportion. Instances that warm up count as added but don't share the load yet; while any does, no instance goes.
 * With no instance at all there is no share, so it can't start from zero (evidence: [D], reference 5.1 and 5.4).
 *
 * @param target of the metric, above 0
 * @param keepsSize whether it never removes instances
 * @param warmUp how long an instance that it added counts as added but not as carrying load
 * @see <a href="https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-scaling-target-tracking.html">Target tracking
 *     scaling policies</a>
 */
public record TargetTrackingPolicy(String name, double target, boolean keepsSize, Duration warmUp)
        implements ScalingPolicy {
    /** How many datapoints above the target set off the alarm that adds instances, as AWS makes it [I]. */
    public static final int PERIODS_ABOVE = 3;

    /** How many below set off the one that removes them [I]. */
    public static final int PERIODS_BELOW = 15;

    private static final double LOW = 0.9;

    public TargetTrackingPolicy {
        if (!(target > 0) || Double.isInfinite(target)) {
            throw new ScalingException("TargetValue is " + target + "; it must be a number above 0.");
        }
    }

    /** The threshold of the alarm that adds instances: the target. */
    public double high() {
        return target;
    }

    /** The threshold of the alarm that removes them: a tenth below the target, so that they don't come and go [I]. */
    public double low() {
        return target * LOW;
    }

    @Override
    public ScalingDecision decide(GroupSize size, GroupActivity activity, @Nullable Breach breach) {
        if (breach == null) {
            return unchanged(size, DecisionRule.NO_DATA, "has no value of its metric");
        }
        int desired = size.desired();
        int carrying = Math.max(0, desired - activity.warming());
        int wanted = wanted(carrying, breach.value());
        if (wanted > desired) {
            return new Outcome(name, exactly(wanted), size).of(carrying);
        }
        if (activity.warming() > 0) {
            return breach.value() > target
                    ? unchanged(
                            size,
                            DecisionRule.WARMING_IS_ENOUGH,
                            "wants " + wanted + " instances, and " + activity.warming()
                                    + " that warm up count as added")
                    : unchanged(
                            size,
                            DecisionRule.WARMING_BLOCKS_SCALE_IN,
                            "waits: no instance goes while " + activity.warming() + " warm up");
        }
        if (wanted < desired && keepsSize) {
            return unchanged(size, DecisionRule.NOTHING_TO_CHANGE, "wants " + wanted + ", but never removes instances");
        }
        return new Outcome(name, exactly(wanted), size).of(desired);
    }

    /** Whole instances, rounded up, so that the metric comes to the target or below it. */
    private int wanted(int carrying, double value) {
        double exact = Math.ceil(carrying * Math.max(0, value) / target - 1e-9);
        return (int) Math.min(exact, Integer.MAX_VALUE);
    }

    private static Adjustment exactly(int capacity) {
        return new Adjustment(AdjustmentType.EXACT_CAPACITY, capacity, 0);
    }

    private ScalingDecision unchanged(GroupSize size, DecisionRule rule, String why) {
        return new ScalingDecision(
                name,
                size.desired(),
                size.desired(),
                rule,
                "Policy " + name + " " + why + ": the desired capacity stays " + size.desired() + ".");
    }
}
