package io.beanpole.worker.protection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingInstanceDetails;

/** Members of groups by DescribeAutoScalingInstances and SetInstanceProtection, 50 at a time, which is the most of both. */
final class AutoScalingMembers implements GroupMembers {
    private static final int MOST = 50;
    /** SetInstanceProtection refuses all of its instances when one is in another state. */
    private static final Set<String> SETTLED = Set.of("InService", "Standby");

    private final ObjectProvider<AutoScalingClient> autoScaling;

    AutoScalingMembers(ObjectProvider<AutoScalingClient> autoScaling) {
        this.autoScaling = autoScaling;
    }

    @Override
    public List<Member> find(Collection<String> ids) {
        List<Member> found = new ArrayList<>();
        try {
            for (List<String> some : portions(ids)) {
                autoScaling
                        .getObject()
                        .describeAutoScalingInstances(request -> request.instanceIds(some))
                        .autoScalingInstances()
                        .forEach(each -> found.add(member(each)));
            }
        } catch (SdkException e) {
            throw new ProtectionException("Tried to look at " + ids.size() + " instances, but " + e.getMessage(), e);
        }
        return found;
    }

    private static Member member(AutoScalingInstanceDetails found) {
        return new Member(
                found.instanceId(),
                found.autoScalingGroupName(),
                found.protectedFromScaleIn(),
                SETTLED.contains(found.lifecycleState()));
    }

    @Override
    public void protect(String group, Collection<String> ids, boolean isProtected) {
        try {
            for (List<String> some : portions(ids)) {
                autoScaling
                        .getObject()
                        .setInstanceProtection(request -> request.autoScalingGroupName(group)
                                .instanceIds(some)
                                .protectedFromScaleIn(isProtected));
            }
        } catch (SdkException e) {
            throw new ProtectionException(
                    "Tried to " + (isProtected ? "protect " : "let go of ") + ids + " of " + group + ", but "
                            + e.getMessage(),
                    e);
        }
    }

    private static List<List<String>> portions(Collection<String> ids) {
        List<String> all = List.copyOf(ids);
        List<List<String>> portions = new ArrayList<>();
        for (int from = 0; from < all.size(); from += MOST) {
            portions.add(all.subList(from, Math.min(from + MOST, all.size())));
        }
        return portions;
    }
}
