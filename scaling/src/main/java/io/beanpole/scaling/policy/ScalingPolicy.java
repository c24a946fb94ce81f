package io.beanpole.scaling.policy;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A rule that changes a group's desired capacity when it is run. */
public sealed interface ScalingPolicy permits SimplePolicy, StepPolicy, TargetTrackingPolicy {
    String name();

    /** How long an instance that it added counts as added but not as carrying load; none for a simple policy. */
    Duration warmUp();

    /**
     * Decides, without changing anything.
     *
     * @param breach null when it is run without a metric, which only a simple policy can
     * @throws io.beanpole.scaling.ScalingException when the policy needs a breach and got none
     */
    ScalingDecision decide(GroupSize size, GroupActivity activity, @Nullable Breach breach);
}
