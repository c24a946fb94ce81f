package io.beanpole.scaling.design;

import io.beanpole.scaling.ScalingException;
import io.beanpole.scaling.policy.ScalingPolicy;
import io.beanpole.scaling.policy.TargetTrackingPolicy;
import org.jspecify.annotations.Nullable;

/**
 * A policy of a design.
 *
 * @param enabled a disabled one decides nothing
 * @param tracked what a policy that tracks a target keeps near it; null for the others, which alarms run
 */
public record DesignedPolicy(
        ScalingPolicy policy, boolean enabled, @Nullable WatchedMetric tracked) {
    public DesignedPolicy {
        if ((policy instanceof TargetTrackingPolicy) == (tracked == null)) {
            throw new ScalingException("Policy " + policy.name()
                    + ": exactly a target tracking policy has a metric of its own; the others are run by alarms.");
        }
    }

    public String name() {
        return policy.name();
    }
}
