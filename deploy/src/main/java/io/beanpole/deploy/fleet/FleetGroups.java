package io.beanpole.deploy.fleet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.DescribeAutoScalingGroupsResponse;
import software.amazon.awssdk.services.autoscaling.model.LifecycleState;
import software.amazon.awssdk.services.autoscaling.model.TagDescription;

/** The groups of all environments, a hundred a request, told apart by the tag that Elastic Beanstalk gives them. */
final class FleetGroups {
    private static final String ENVIRONMENT_TAG = "elasticbeanstalk:environment-name";
    private static final int PAGE = 100;

    private final AutoScalingClient autoScaling;

    FleetGroups(AutoScalingClient autoScaling) {
        this.autoScaling = autoScaling;
    }

    /** By the name of the environment. */
    Map<String, FleetGroup> read(Requests requests) {
        var groups = new LinkedHashMap<String, FleetGroup>();
        requests.pages(
                        "read the Auto Scaling groups of the environments",
                        token -> autoScaling.describeAutoScalingGroups(request -> request.filters(
                                        filter -> filter.name("tag-key").values(ENVIRONMENT_TAG))
                                .maxRecords(PAGE)
                                .nextToken(token)),
                        DescribeAutoScalingGroupsResponse::nextToken)
                .forEach(answer -> answer.autoScalingGroups().stream()
                        .filter(group -> !isBeingDeleted(group))
                        .forEach(group ->
                                environment(group).ifPresent(name -> groups.merge(name, of(group), FleetGroup::and))));
        return groups;
    }

    /** Status is told only of a group that is being deleted, as the former one of a rebuilt environment. */
    private static boolean isBeingDeleted(AutoScalingGroup group) {
        return group.status() != null && !group.status().isEmpty();
    }

    private static Optional<String> environment(AutoScalingGroup group) {
        return group.tags().stream()
                .filter(tag -> ENVIRONMENT_TAG.equals(tag.key()))
                .map(TagDescription::value)
                .findFirst();
    }

    private static FleetGroup of(AutoScalingGroup group) {
        var inService = group.instances().stream()
                .filter(instance -> instance.lifecycleState() == LifecycleState.IN_SERVICE)
                .count();
        var protectedOnes = group.instances().stream()
                .filter(instance -> Boolean.TRUE.equals(instance.protectedFromScaleIn()))
                .count();
        return new FleetGroup(
                List.of(group.autoScalingGroupName()),
                (int) inService,
                group.desiredCapacity(),
                (int) protectedOnes,
                group.minSize(),
                group.maxSize());
    }
}
