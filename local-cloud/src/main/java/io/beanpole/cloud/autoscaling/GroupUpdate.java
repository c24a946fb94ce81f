package io.beanpole.cloud.autoscaling;

import io.beanpole.scaling.group.TerminationOrder;
import io.beanpole.scaling.policy.GroupSize;
import io.beanpole.scaling.policy.PurchaseMix;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.autoscaling.model.InstancesDistribution;
import software.amazon.awssdk.services.autoscaling.model.MixedInstancesPolicy;
import software.amazon.awssdk.services.autoscaling.model.UpdateAutoScalingGroupRequest;

/** A request to update a group, checked; what isn't given stays. */
final class GroupUpdate {
    private final UpdateAutoScalingGroupRequest request;

    GroupUpdate(UpdateAutoScalingGroupRequest request) {
        this.request = request;
        for (String policy : request.terminationPolicies()) {
            if (!TerminationOrder.POLICIES.contains(policy)) {
                throw Refusals.invalid("Termination policy " + policy + " is none of "
                        + String.join(", ", TerminationOrder.POLICIES)
                        + "; the local cloud has no policies that are Lambda functions.");
            }
        }
        requireNotNegative(request.defaultCooldown(), "DefaultCooldown");
        requireNotNegative(request.healthCheckGracePeriod(), "HealthCheckGracePeriod");
        Integer warmUp = request.defaultInstanceWarmup();
        if (warmUp != null && warmUp < GroupOptions.NO_WARM_UP) {
            throw Refusals.invalid(
                    "DefaultInstanceWarmup must be 0 or more seconds, or -1 for none, not " + warmUp + ".");
        }
        String check = request.healthCheckType();
        if (check != null && !check.equals("EC2")) {
            throw Refusals.invalid("The local cloud checks instances as EC2 does, which is what Elastic Beanstalk"
                    + " sets; it has no health check of the type " + check + ".");
        }
    }

    GroupSize size(GroupSize present) {
        int min = or(request.minSize(), present.min());
        int max = or(request.maxSize(), present.max());
        return Refusals.checked(() -> {
            GroupSize bounded = present.withBounds(min, max);
            return request.desiredCapacity() == null ? bounded : bounded.withDesired(request.desiredCapacity());
        });
    }

    GroupOptions options(GroupOptions present) {
        List<String> policies = request.terminationPolicies();
        return new GroupOptions(
                or(request.defaultCooldown(), present.cooldown()),
                or(request.defaultInstanceWarmup(), present.warmUp()),
                or(request.newInstancesProtectedFromScaleIn(), present.protectsNew()),
                policies.isEmpty() ? present.terminationPolicies() : policies,
                or(request.healthCheckGracePeriod(), present.healthGrace()),
                purchase(present.purchase()));
    }

    private PurchaseOptions purchase(PurchaseOptions present) {
        MixedInstancesPolicy mixed = request.mixedInstancesPolicy();
        InstancesDistribution wanted = mixed == null ? null : mixed.instancesDistribution();
        boolean rebalances = or(request.capacityRebalance(), present.rebalances());
        int base = or(wanted == null ? null : wanted.onDemandBaseCapacity(), present.onDemandBase());
        int percent =
                or(wanted == null ? null : wanted.onDemandPercentageAboveBaseCapacity(), present.onDemandPercent());
        Refusals.checked(() -> new PurchaseMix(base, percent));
        return new PurchaseOptions(present.isMixed() || wanted != null, base, percent, rebalances);
    }

    private static void requireNotNegative(@Nullable Integer seconds, String parameter) {
        if (seconds != null && seconds < 0) {
            throw Refusals.invalid(parameter + " must be 0 or more seconds, not " + seconds + ".");
        }
    }

    private static <T> T or(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }
}
