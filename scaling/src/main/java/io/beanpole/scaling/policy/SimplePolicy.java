package io.beanpole.scaling.policy;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One adjustment, whatever the breach; waits for the activity that runs and for the cooldown after it.
 *
 * @param cooldown how long other simple policies wait after what this one did has ended
 * @see <a href="https://docs.aws.amazon.com/autoscaling/ec2/userguide/simple-scaling-policies.html">Simple scaling</a>
 */
public record SimplePolicy(String name, Adjustment adjustment, Duration cooldown) implements ScalingPolicy {
    @Override
    public Duration warmUp() {
        return Duration.ZERO;
    }

    @Override
    public ScalingDecision decide(GroupSize size, GroupActivity activity, @Nullable Breach breach) {
        int before = size.desired();
        if (activity.isRunning()) {
            return new ScalingDecision(
                    name,
                    before,
                    before,
                    DecisionRule.ACTIVITY_RUNS,
                    "Policy " + name + " waits: it is a simple one, and a scaling activity is in progress.");
        }
        if (activity.isCoolingDown()) {
            return new ScalingDecision(
                    name,
                    before,
                    before,
                    DecisionRule.COOLDOWN,
                    "Policy " + name + " waits: the cooldown lasts until " + activity.cooldownUntil() + ".");
        }
        return new Outcome(name, adjustment, size).of(before);
    }
}
