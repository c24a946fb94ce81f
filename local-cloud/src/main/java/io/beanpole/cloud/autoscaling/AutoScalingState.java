package io.beanpole.cloud.autoscaling;

import java.util.List;

/** What Auto Scaling keeps over a restart. */
record AutoScalingState(List<GroupRecord> groups, List<PolicyRecord> policies, List<ActivityRecord> activities) {
    static final AutoScalingState EMPTY = new AutoScalingState(List.of(), List.of(), List.of());
}
