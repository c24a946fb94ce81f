package io.beanpole.scaling.group;

import io.beanpole.scaling.design.DesignedPolicy;
import io.beanpole.scaling.policy.TargetTrackingPolicy;
import java.util.Collection;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Policies that track targets remove instances only when all of them would (evidence: [B], reference 5.1). */
public final class OtherTargets {
    private OtherTargets() {}

    /**
     * The name of another policy that keeps one from removing instances; null where none does.
     *
     * @param isBelow whether the metric of a policy is below its target, so that it would remove instances too
     */
    public static @Nullable String notBelow(
            DesignedPolicy policy, Collection<DesignedPolicy> all, Predicate<DesignedPolicy> isBelow) {
        if (policy.tracked() == null) {
            return null;
        }
        return all.stream()
                .filter(each -> !each.equals(policy) && each.enabled())
                .filter(each -> each.policy() instanceof TargetTrackingPolicy other && !other.keepsSize())
                .filter(each -> !isBelow.test(each))
                .map(DesignedPolicy::name)
                .findFirst()
                .orElse(null);
    }
}
