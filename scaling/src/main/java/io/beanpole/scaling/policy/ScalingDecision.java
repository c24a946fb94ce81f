package io.beanpole.scaling.policy;

import io.beanpole.scaling.ScalingException;
import java.util.Comparator;
import java.util.List;

/**
 * What a policy decided, with its reason as a sentence.
 *
 * @param before the desired capacity that it found
 * @param after the desired capacity from now on
 */
public record ScalingDecision(String policy, int before, int after, DecisionRule rule, String why) {

    public boolean changes() {
        return before != after;
    }

    /** Whether the policy asks for a capacity; it doesn't while it waits or has nothing to say. */
    public boolean isDemand() {
        return switch (rule) {
            case ADJUSTED, CLAMPED, NOTHING_TO_CHANGE, WARMING_IS_ENOUGH, OTHER_POLICY_WANTS_MORE -> true;
            case WARMING_BLOCKS_SCALE_IN,
                    TERMINATING_IS_ENOUGH,
                    ACTIVITY_RUNS,
                    COOLDOWN,
                    NO_STEP,
                    NO_DATA,
                    OTHER_TARGET_NOT_BELOW,
                    POLICY_DISABLED,
                    PROCESS_SUSPENDED -> false;
        };
    }

    /**
     * The one that holds when several policies decide at once: that which gives the largest capacity, for scaling out
     * and in alike (evidence: [B], reference 5.1).
     *
     * @throws ScalingException when there is none
     */
    public static ScalingDecision largest(List<ScalingDecision> decisions) {
        return decisions.stream()
                .max(Comparator.comparingInt(ScalingDecision::after))
                .orElseThrow(() -> new ScalingException("No policy decided anything; hand in at least one decision."));
    }

    /** This decision beside another policy's that still stands: no fewer instances than that one wants. */
    public ScalingDecision beside(ScalingDecision other) {
        int kept = Math.min(before, other.after());
        return after >= kept
                ? this
                : new ScalingDecision(
                        policy,
                        before,
                        kept,
                        DecisionRule.OTHER_POLICY_WANTS_MORE,
                        "Policy " + policy + " wants " + after + " instances, policy " + other.policy() + " wants "
                                + other.after() + " at the same time; the larger capacity holds: " + kept + ".");
    }

    /** This decision where another one of the same time changes the capacity, to no less than this one wants. */
    public ScalingDecision givesWayTo(ScalingDecision larger) {
        return new ScalingDecision(
                policy,
                before,
                larger.after(),
                DecisionRule.OTHER_POLICY_WANTS_MORE,
                "Policy " + policy + " wants " + after + " instances, policy " + larger.policy()
                        + " changes the desired capacity to " + larger.after() + " at the same time.");
    }

    /** A decision to leave the group as it is. */
    public static ScalingDecision unchanged(String policy, GroupSize size, DecisionRule rule, String why) {
        return new ScalingDecision(policy, size.desired(), size.desired(), rule, why);
    }
}
