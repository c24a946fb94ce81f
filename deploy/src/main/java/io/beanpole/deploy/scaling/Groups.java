package io.beanpole.deploy.scaling;

import io.beanpole.deploy.aws.AwsCall;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.Activity;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.LifecycleState;

/** The Auto Scaling groups of environments: their size, their policies and what they did. */
public final class Groups {
    /** The most names that one DescribeAutoScalingGroups takes. */
    private static final int MOST_NAMES = 50;

    private final AutoScalingClient autoScaling;

    public Groups(AutoScalingClient autoScaling) {
        this.autoScaling = autoScaling;
    }

    /** The groups of these names that exist, by name. */
    public Map<String, GroupState> named(Collection<String> names) {
        var groups = new LinkedHashMap<String, GroupState>();
        var all = List.copyOf(names);
        for (int i = 0; i < all.size(); i += MOST_NAMES) {
            var some = all.subList(i, Math.min(all.size(), i + MOST_NAMES));
            AwsCall.to(
                            "read the Auto Scaling groups",
                            () -> autoScaling
                                    .describeAutoScalingGroupsPaginator(request -> request.autoScalingGroupNames(some))
                                    .autoScalingGroups()
                                    .stream()
                                    .toList())
                    .forEach(group -> groups.put(group.autoScalingGroupName(), state(group)));
        }
        return groups;
    }

    /** The policies of a group, by name. */
    List<PolicySummary> policies(String group) {
        return AwsCall.to(
                "read the scaling policies of " + group,
                () ->
                        autoScaling
                                .describePoliciesPaginator(request -> request.autoScalingGroupName(group))
                                .scalingPolicies()
                                .stream()
                                .map(PolicySentences::summary)
                                .toList());
    }

    /** What a group did in a stretch of time, newest first, which is how Auto Scaling lists it. */
    List<ScalingActivity> activities(String group, Instant from, Instant to) {
        return new ActivityLog(autoScaling)
                .backTo(from, group).stream()
                        .filter(activity -> isWithin(activity, from, to))
                        .map(Groups::activity)
                        .toList();
    }

    private static boolean isWithin(Activity activity, Instant from, Instant to) {
        return activity.startTime().isBefore(to)
                && (activity.endTime() == null || !activity.endTime().isBefore(from));
    }

    private static ScalingActivity activity(Activity activity) {
        return new ScalingActivity(
                activity.activityId(),
                activity.startTime(),
                Optional.ofNullable(activity.endTime()),
                activity.statusCodeAsString(),
                String.valueOf(activity.description()),
                activity.cause() == null ? "" : activity.cause());
    }

    private static GroupState state(AutoScalingGroup group) {
        var inService = group.instances().stream()
                .filter(instance -> LifecycleState.IN_SERVICE == instance.lifecycleState())
                .count();
        var kept = group.instances().stream()
                .filter(instance -> Boolean.TRUE.equals(instance.protectedFromScaleIn()))
                .count();
        return new GroupState(
                group.autoScalingGroupName(),
                group.minSize(),
                group.maxSize(),
                group.desiredCapacity(),
                (int) inService,
                (int) kept);
    }
}
