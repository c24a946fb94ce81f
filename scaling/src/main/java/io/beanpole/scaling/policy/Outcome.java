package io.beanpole.scaling.policy;

/** An adjustment put to work on a group: clamped to its bounds and told as a sentence. */
record Outcome(String policy, Adjustment adjustment, GroupSize size) {

    /** @param base the capacity that the adjustment starts from; it may leave out what warms up */
    ScalingDecision of(int base) {
        int before = size.desired();
        int wanted = adjustment.appliedTo(base);
        int after = size.clamp(wanted);
        String tried = "Policy " + policy + " " + adjustment.words() + " at a capacity of " + base;
        if (after == before) {
            String bound = wanted == after ? "" : ", the bounds are " + size.min() + " to " + size.max();
            return unchanged(
                    DecisionRule.NOTHING_TO_CHANGE, tried + bound + ": the desired capacity stays " + before + ".");
        }
        if (wanted != after) {
            String bound = wanted > after ? "maximum of " + size.max() : "minimum of " + size.min();
            return new ScalingDecision(
                    policy,
                    before,
                    after,
                    DecisionRule.CLAMPED,
                    tried + ", cut to the " + bound + ": the desired capacity becomes " + after + ".");
        }
        return new ScalingDecision(
                policy, before, after, DecisionRule.ADJUSTED, tried + ": the desired capacity becomes " + after + ".");
    }

    ScalingDecision unchanged(DecisionRule rule, String why) {
        return new ScalingDecision(policy, size.desired(), size.desired(), rule, why);
    }
}
