package io.beanpole.cloud.balancer;

import java.util.List;

/**
 * Instances that get a share of the requests together.
 *
 * @param weight of this group beside the others; a group with none gets no requests
 */
public record TargetGroup(String name, int weight, List<Target> targets) {
    public TargetGroup {
        targets = List.copyOf(targets);
    }
}
