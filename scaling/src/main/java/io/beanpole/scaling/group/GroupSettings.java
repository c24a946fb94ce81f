package io.beanpole.scaling.group;

import io.beanpole.scaling.design.ScalingDesign;
import io.beanpole.scaling.policy.GroupSize;
import io.beanpole.scaling.policy.PurchaseMix;
import java.util.List;
import java.util.Set;

/**
 * What a group is told, as far as its arithmetic needs it.
 *
 * @param terminationPolicies AWS's names; the first that decides wins
 * @param mix how much of it is on demand
 * @param rebalances whether a replacement is launched when an interruption is announced, not when it comes
 * @param suspended what it doesn't do for now
 */
public record GroupSettings(
        GroupSize size,
        List<String> terminationPolicies,
        PurchaseMix mix,
        boolean rebalances,
        Set<ScalingProcess> suspended) {
    public GroupSettings {
        terminationPolicies = List.copyOf(terminationPolicies);
        suspended = Set.copyOf(suspended);
    }

    /** A design's group as Elastic Beanstalk makes it: at its minimum, on demand, and nothing is suspended. */
    public static GroupSettings of(ScalingDesign design) {
        GroupSize size = new GroupSize(design.minimum(), design.maximum(), design.minimum());
        return new GroupSettings(size, List.of(TerminationOrder.DEFAULT), PurchaseMix.ALL_ON_DEMAND, false, Set.of());
    }

    public GroupSettings withSize(GroupSize next) {
        return new GroupSettings(next, terminationPolicies, mix, rebalances, suspended);
    }

    public GroupSettings withMix(PurchaseMix next) {
        return new GroupSettings(size, terminationPolicies, next, rebalances, suspended);
    }

    boolean isOn(ScalingProcess process) {
        return !suspended.contains(process);
    }
}
