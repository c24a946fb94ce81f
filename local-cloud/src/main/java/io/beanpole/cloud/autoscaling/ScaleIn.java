package io.beanpole.cloud.autoscaling;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Chooses who goes when a group shrinks (evidence: [D], reference 5.6). There is one zone here, and all instances come
 * of the same template, so what is left of AWS's policies is age, purchase and the hour.
 *
 * @see <a href="https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-termination-policies.html">
 *     Termination policies</a>
 */
final class ScaleIn {
    static final String DEFAULT = "Default";
    static final List<String> POLICIES = List.of(
            "AllocationStrategy",
            "ClosestToNextInstanceHour",
            DEFAULT,
            "NewestInstance",
            "OldestInstance",
            "OldestLaunchConfiguration",
            "OldestLaunchTemplate");

    private static final Duration HOUR = Duration.ofHours(1);

    private final GroupOptions options;
    private final Instant now;

    ScaleIn(GroupOptions options, Instant now) {
        this.options = options;
        this.now = now;
    }

    /** So many of those that can go: unprotected, and neither standing by nor on their way out. */
    List<GroupMember> chosen(Collection<GroupMember> members, int count) {
        Comparator<GroupMember> order = Comparator.comparing(GroupMember::isHealthy)
                .thenComparing(GroupMember::works)
                .thenComparing(each -> !each.state().isPending());
        for (String policy : options.terminationPolicies()) {
            order = order.thenComparing(by(policy, surplusIsSpot(members, count)));
        }
        return members.stream()
                .filter(each -> each.state().counts() && !each.isProtected())
                .sorted(order.thenComparing(GroupMember::launched))
                .limit(count)
                .toList();
    }

    private Comparator<GroupMember> by(String policy, boolean surplusIsSpot) {
        return switch (policy) {
            case "NewestInstance" -> Comparator.comparing(GroupMember::launched).reversed();
            case "OldestInstance" -> Comparator.comparing(GroupMember::launched);
            case "ClosestToNextInstanceHour" -> Comparator.comparing(this::untilNextHour);
            case DEFAULT, "AllocationStrategy" -> Comparator.comparing(each -> each.isSpot() != surplusIsSpot);
            default -> Comparator.comparing(GroupMember::launched);
        };
    }

    /** Whether there is more Spot than the smaller group should have. */
    private boolean surplusIsSpot(Collection<GroupMember> members, int count) {
        long present = members.stream().filter(each -> each.state().counts()).count();
        long spot = members.stream()
                .filter(each -> each.state().counts() && each.isSpot())
                .count();
        int after = (int) Math.max(0, present - count);
        return spot > after - options.purchase().mix().onDemandOf(after);
    }

    private Duration untilNextHour(GroupMember member) {
        long ran = Math.max(0, Duration.between(member.launched(), now).toMillis());
        return HOUR.minusMillis(ran % HOUR.toMillis());
    }
}
