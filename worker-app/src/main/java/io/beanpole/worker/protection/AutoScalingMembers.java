package io.beanpole.worker.protection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;

/** Members of groups by DescribeAutoScalingInstances and SetInstanceProtection, 50 at a time, which is the most of both. */
final class AutoScalingMembers implements GroupMembers {
    private static final int MOST = 50;

    private final ObjectProvider<AutoScalingClient> autoScaling;

    AutoScalingMembers(ObjectProvider<AutoScalingClient> autoScaling) {
        this.autoScaling = autoScaling;
    }

    @Override
    public List<Member> find(Collection<String> ids) {
        List<Member> found = new ArrayList<>();
        for (List<String> some : portions(ids)) {
            autoScaling
                    .getObject()
                    .describeAutoScalingInstances(request -> request.instanceIds(some))
                    .autoScalingInstances()
                    .forEach(each -> found.add(
                            new Member(each.instanceId(), each.autoScalingGroupName(), each.protectedFromScaleIn())));
        }
        return found;
    }

    @Override
    public void letGo(String group, Collection<String> ids) {
        for (List<String> some : portions(ids)) {
            autoScaling
                    .getObject()
                    .setInstanceProtection(request -> request.autoScalingGroupName(group)
                            .instanceIds(some)
                            .protectedFromScaleIn(false));
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
