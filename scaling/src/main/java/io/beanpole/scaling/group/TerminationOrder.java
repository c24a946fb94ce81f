package io.beanpole.scaling.group;

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
public final class TerminationOrder {
    public static final String DEFAULT = "Default";

    /** AWS's names of all. */
    public static final List<String> POLICIES = List.of(
            "AllocationStrategy",
            "ClosestToNextInstanceHour",
            DEFAULT,
            "NewestInstance",
            "OldestInstance",
            "OldestLaunchConfiguration",
            "OldestLaunchTemplate");

    private static final Duration HOUR = Duration.ofHours(1);

    private final GroupSettings settings;
    private final Instant now;

    TerminationOrder(GroupSettings settings, Instant now) {
        this.settings = settings;
        this.now = now;
    }

    /** So many of those that can go: unprotected, and neither standing by nor on their way out. */
    <M extends Member> List<M> chosen(Collection<M> members, int count) {
        Comparator<Member> order = Comparator.comparing(Member::isHealthy)
                .thenComparing(Member::works)
                .thenComparing(each -> !each.state().isPending());
        for (String policy : settings.terminationPolicies()) {
            order = order.thenComparing(by(policy, surplusIsSpot(members, count)));
        }
        return members.stream()
                .filter(each -> each.state().counts() && !each.isProtected())
                .sorted(order.thenComparing(Member::launched))
                .limit(count)
                .toList();
    }

    private Comparator<Member> by(String policy, boolean surplusIsSpot) {
        return switch (policy) {
            case "NewestInstance" -> Comparator.comparing(Member::launched).reversed();
            case "OldestInstance" -> Comparator.comparing(Member::launched);
            case "ClosestToNextInstanceHour" -> Comparator.comparing(this::untilNextHour);
            case DEFAULT, "AllocationStrategy" -> Comparator.comparing(each -> each.isSpot() != surplusIsSpot);
            default -> Comparator.comparing(Member::launched);
        };
    }

    /** Whether there is more Spot than the smaller group should have. */
    private boolean surplusIsSpot(Collection<? extends Member> members, int count) {
        long present = members.stream().filter(each -> each.state().counts()).count();
        long spot = members.stream()
                .filter(each -> each.state().counts() && each.isSpot())
                .count();
        int after = (int) Math.max(0, present - count);
        return spot > after - settings.mix().onDemandOf(after);
    }

    private Duration untilNextHour(Member member) {
        long ran = Math.max(0, Duration.between(member.launched(), now).toMillis());
        return HOUR.minusMillis(ran % HOUR.toMillis());
    }
}
