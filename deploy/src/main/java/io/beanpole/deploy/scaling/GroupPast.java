package io.beanpole.deploy.scaling;

import io.beanpole.scaling.why.GroupActivityRecord;
import io.beanpole.scaling.why.GroupInstance;
import io.beanpole.scaling.why.GroupSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.Activity;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.Instance;
import software.amazon.awssdk.services.autoscaling.model.SuspendedProcess;

/** What a group is now, and what it did. */
final class GroupPast {
    /** A cooldown or a warm-up that lasts may have begun so long before the time that is looked at. */
    static final Duration BEFORE = Duration.ofHours(2);

    private final AutoScalingClient autoScaling;

    GroupPast(AutoScalingClient autoScaling) {
        this.autoScaling = autoScaling;
    }

    static GroupSnapshot snapshot(AutoScalingGroup group, Instant now) {
        return new GroupSnapshot(
                group.autoScalingGroupName(),
                Objects.requireNonNullElse(group.createdTime(), Instant.EPOCH),
                now,
                group.desiredCapacity(),
                group.instances().stream().map(GroupPast::instance).toList(),
                group.suspendedProcesses().stream()
                        .collect(Collectors.toMap(
                                SuspendedProcess::processName,
                                each -> Objects.requireNonNullElse(each.suspensionReason(), ""),
                                (one, other) -> one)));
    }

    /** What it did since a time and a while before, until now. */
    List<GroupActivityRecord> activities(String group, Instant from) {
        var begin = from.minus(BEFORE);
        return new ActivityLog(autoScaling)
                .backTo(begin, group).stream()
                        .filter(activity -> !activity.startTime().isBefore(begin))
                        .map(GroupPast::record)
                        .toList();
    }

    private static GroupInstance instance(Instance instance) {
        return new GroupInstance(
                instance.instanceId(),
                instance.lifecycleStateAsString(),
                Boolean.TRUE.equals(instance.protectedFromScaleIn()));
    }

    private static GroupActivityRecord record(Activity activity) {
        return new GroupActivityRecord(
                activity.startTime(),
                activity.endTime(),
                activity.statusCodeAsString(),
                Objects.requireNonNullElse(activity.description(), ""),
                Objects.requireNonNullElse(activity.cause(), ""),
                Objects.requireNonNullElse(activity.statusMessage(), ""));
    }
}
