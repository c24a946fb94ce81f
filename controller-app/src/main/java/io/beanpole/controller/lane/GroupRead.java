package io.beanpole.controller.lane;

import io.beanpole.controller.lane.LaneLook.Member;
import io.beanpole.scaling.policy.GroupSize;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.Instance;
import software.amazon.awssdk.services.autoscaling.model.LifecycleState;
import software.amazon.awssdk.services.autoscaling.model.SuspendedProcess;

/** What DescribeAutoScalingGroups says of a group. */
record GroupRead(AutoScalingGroup group) {
    /** Those without which a group doesn't do what a controller wants, or isn't meant to. */
    private static final Set<String> NEEDED = Set.of("Launch", "Terminate", "AlarmNotification");

    String name() {
        return group.autoScalingGroupName();
    }

    GroupSize size() {
        return new GroupSize(group.minSize(), group.maxSize(), group.desiredCapacity());
    }

    List<Member> members() {
        return group.instances().stream()
                .filter(each -> !each.lifecycleStateAsString().startsWith("Terminat"))
                .map(each -> new Member(each.instanceId(), isInService(each), isProtected(each)))
                .toList();
    }

    /** Which processes are suspended that would have to run. */
    Optional<String> suspended() {
        Set<String> stopped = new TreeSet<>(group.suspendedProcesses().stream()
                .map(SuspendedProcess::processName)
                .filter(NEEDED::contains)
                .toList());
        return stopped.isEmpty()
                ? Optional.empty()
                : Optional.of("the group's " + String.join(", ", stopped) + " is suspended");
    }

    boolean isIdle(String instance) {
        return group.instances().stream()
                .anyMatch(each -> each.instanceId().equals(instance) && isInService(each) && !isProtected(each));
    }

    private static boolean isInService(Instance instance) {
        return instance.lifecycleState() == LifecycleState.IN_SERVICE;
    }

    private static boolean isProtected(Instance instance) {
        return Boolean.TRUE.equals(instance.protectedFromScaleIn());
    }
}
