package io.beanpole.scaling.group;

import io.beanpole.scaling.policy.Breach;
import io.beanpole.scaling.policy.ScalingPolicy;
import io.beanpole.scaling.policy.StepPolicy;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A policy that is to decide, and what runs it.
 *
 * @param enabled a disabled policy decides nothing
 * @param alarm the alarm that runs it; empty where somebody executes it
 * @param breach null where there is no value
 * @param honorsCooldown whether a simple policy waits for what goes on; ExecutePolicy can leave that out
 * @param notBelow another enabled policy that tracks a target and is not ready to remove instances; null where all are
 */
public record PolicyRun(
        ScalingPolicy policy,
        boolean enabled,
        String alarm,
        @Nullable Breach breach,
        boolean honorsCooldown,
        @Nullable String notBelow) {

    /**
     * A policy that an alarm runs.
     *
     * @param value the newest that the alarm looked at; a step policy without one stands at the threshold
     */
    public static PolicyRun byAlarm(
            ScalingPolicy policy, boolean enabled, String alarm, OptionalDouble value, double threshold) {
        Breach breach = null;
        if (value.isPresent()) {
            breach = new Breach(value.getAsDouble(), threshold);
        } else if (policy instanceof StepPolicy) {
            breach = new Breach(threshold, threshold);
        }
        return new PolicyRun(policy, enabled, alarm, breach, true, null);
    }

    /** The same, held back from scale-in by another policy that tracks a target; null for none. */
    public PolicyRun heldBackBy(@Nullable String other) {
        return new PolicyRun(policy, enabled, alarm, breach, honorsCooldown, other);
    }
}
