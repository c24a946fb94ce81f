package io.beanpole.scaling.policy;

/** What decided. */
public enum DecisionRule {
    /** The adjustment, as it is. */
    ADJUSTED,
    /** The adjustment, cut to the group's minimum or maximum. */
    CLAMPED,
    /** The group has that size already. */
    NOTHING_TO_CHANGE,
    /** The instances that warm up are enough: they count as added. */
    WARMING_IS_ENOUGH,
    /** No instance goes while others warm up. */
    WARMING_BLOCKS_SCALE_IN,
    /** The instances that are ending are enough: they count as removed. */
    TERMINATING_IS_ENOUGH,
    /** A simple policy waits for the activity that runs. */
    ACTIVITY_RUNS,
    /** A simple policy waits for the cooldown. */
    COOLDOWN,
    /** No step covers the breach. */
    NO_STEP,
    /** A policy that tracks a target got no value to track. */
    NO_DATA,
    /** Another policy that tracks a target is not ready to remove instances. */
    OTHER_TARGET_NOT_BELOW,
    /** Another policy wants more instances at the same time. */
    OTHER_POLICY_WANTS_MORE,
    /** The policy is disabled. */
    POLICY_DISABLED,
    /** The group's process AlarmNotification is suspended, so no alarm runs a policy. */
    PROCESS_SUSPENDED
}
