package io.beanpole.cloud.autoscaling;

import io.beanpole.scaling.group.TerminationOrder;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a group behaves.
 *
 * @param cooldown seconds that simple policies wait after an activity
 * @param warmUp seconds that a new instance warms up where no policy says otherwise; -1 where the group doesn't either
 * @param protectsNew whether new instances begin protected from scale-in
 * @param terminationPolicies AWS's names, the first that decides wins
 * @param healthGrace seconds after a launch in which SetInstanceHealth can be told to do nothing
 * @param purchase how much of it is Spot
 */
record GroupOptions(
        int cooldown,
        int warmUp,
        boolean protectsNew,
        List<String> terminationPolicies,
        int healthGrace,
        PurchaseOptions purchase) {
    static final int NO_WARM_UP = -1;

    /** What was kept by an older version lacks the last three. */
    GroupOptions {
        terminationPolicies = terminationPolicies(terminationPolicies);
        purchase = Objects.requireNonNullElse(purchase, PurchaseOptions.ON_DEMAND);
    }

    static GroupOptions of(GroupBounds bounds) {
        return new GroupOptions(bounds.cooldown(), NO_WARM_UP, false, List.of(), 0, bounds.purchase());
    }

    /** What an environment's options say; the rest stays. */
    GroupOptions following(GroupBounds bounds) {
        return new GroupOptions(
                bounds.cooldown(), warmUp, protectsNew, terminationPolicies, healthGrace, bounds.purchase());
    }

    private static List<String> terminationPolicies(@Nullable List<String> kept) {
        return kept == null || kept.isEmpty() ? List.of(TerminationOrder.DEFAULT) : List.copyOf(kept);
    }
}
