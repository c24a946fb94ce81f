package io.beanpole.scaling.group;

import io.beanpole.scaling.policy.GroupActivity;
import io.beanpole.scaling.policy.GroupSize;
import io.beanpole.scaling.policy.ScalingDecision;
import java.time.Instant;
import java.util.List;

/**
 * A policy decided.
 *
 * @param size what the group should have when it decided, and its bounds
 * @param activity what went on in the group
 * @param own what the policy wants, looked at alone
 * @param standing what the policies want that count at the time, this one's among them if it wants anything
 * @param result what is left of it beside the others
 * @param prevails whether the desired capacity changed because of this one
 */
public record PolicyEvaluated(
        PolicyRun run,
        GroupSize size,
        GroupActivity activity,
        ScalingDecision own,
        List<ScalingDecision> standing,
        ScalingDecision result,
        boolean prevails)
        implements DecisionRecord {
    public PolicyEvaluated {
        standing = List.copyOf(standing);
    }

    @Override
    public Instant at() {
        return activity.at();
    }

    @Override
    public String subject() {
        return result.policy();
    }

    @Override
    public String rule() {
        return result.rule().name();
    }

    @Override
    public String why() {
        return result.why();
    }

    @Override
    public boolean changes() {
        return prevails;
    }
}
