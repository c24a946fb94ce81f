package io.beanpole.cloud.autoscaling;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.autoscaling.model.Activity;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingInstanceDetails;
import software.amazon.awssdk.services.autoscaling.model.EnabledMetric;
import software.amazon.awssdk.services.autoscaling.model.Instance;
import software.amazon.awssdk.services.autoscaling.model.MixedInstancesPolicy;
import software.amazon.awssdk.services.autoscaling.model.SuspendedProcess;
import software.amazon.awssdk.services.autoscaling.model.TagDescription;

/** Groups, instances and activities as the API shows them. */
final class GroupViews {
    /** What every instance is called, since this machine has no sizes. */
    static final String INSTANCE_TYPE = "t3.micro";

    private final Location location;

    GroupViews(Location location) {
        this.location = location;
    }

    AutoScalingGroup group(Group group) {
        GroupRecord known = group.record();
        return AutoScalingGroup.builder()
                .autoScalingGroupName(known.name())
                .autoScalingGroupARN(known.arn())
                .minSize(known.size().min())
                .maxSize(known.size().max())
                .desiredCapacity(known.size().desired())
                .defaultCooldown(known.options().cooldown())
                .defaultInstanceWarmup(
                        known.options().warmUp() == GroupOptions.NO_WARM_UP
                                ? null
                                : known.options().warmUp())
                .availabilityZones(location.zone())
                .loadBalancerNames(List.of())
                .targetGroupARNs(List.of())
                .healthCheckType("EC2")
                .healthCheckGracePeriod(known.options().healthGrace())
                .instances(group.members().stream().map(this::instance).toList())
                .createdTime(known.created())
                .suspendedProcesses(suspended(known.suspended()))
                .enabledMetrics(known.metrics().stream()
                        .map(each -> EnabledMetric.builder()
                                .metric(each)
                                .granularity("1Minute")
                                .build())
                        .toList())
                .tags(tags(known))
                .terminationPolicies(known.options().terminationPolicies())
                .newInstancesProtectedFromScaleIn(known.options().protectsNew())
                .mixedInstancesPolicy(mixed(known.options().purchase()))
                .capacityRebalance(known.options().purchase().rebalances())
                .build();
    }

    AutoScalingInstanceDetails details(Group group, GroupMember member) {
        return AutoScalingInstanceDetails.builder()
                .instanceId(member.id())
                .instanceType(INSTANCE_TYPE)
                .autoScalingGroupName(group.record().name())
                .availabilityZone(location.zone())
                .lifecycleState(member.state().wireName())
                .healthStatus(member.isHealthy() ? "HEALTHY" : "UNHEALTHY")
                .protectedFromScaleIn(member.isProtected())
                .build();
    }

    Activity activity(ActivityRecord known) {
        return Activity.builder()
                .activityId(known.id())
                .autoScalingGroupName(known.group())
                .description(known.description())
                .cause(known.cause())
                .startTime(known.start())
                .endTime(known.end())
                .statusCode(known.status())
                .statusMessage(known.message().isEmpty() ? null : known.message())
                .progress(known.end() == null ? 50 : 100)
                .details("{\"Availability Zone\":\"" + location.zone() + "\"}")
                .build();
    }

    private Instance instance(GroupMember member) {
        return Instance.builder()
                .instanceId(member.id())
                .instanceType(INSTANCE_TYPE)
                .availabilityZone(location.zone())
                .lifecycleState(member.state().wireName())
                .healthStatus(member.isHealthy() ? "Healthy" : "Unhealthy")
                .protectedFromScaleIn(member.isProtected())
                .build();
    }

    private static @Nullable MixedInstancesPolicy mixed(PurchaseOptions purchase) {
        return purchase.isMixed()
                ? MixedInstancesPolicy.builder()
                        .instancesDistribution(mix -> mix.onDemandAllocationStrategy("prioritized")
                                .onDemandBaseCapacity(purchase.onDemandBase())
                                .onDemandPercentageAboveBaseCapacity(purchase.onDemandPercent())
                                .spotAllocationStrategy("capacity-optimized"))
                        .build()
                : null;
    }

    /** A group with its instances, for the status of the local cloud. */
    static Map<String, Object> summary(Group group) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("name", group.record().name());
        summary.put("min", group.record().size().min());
        summary.put("max", group.record().size().max());
        summary.put("desired", group.record().size().desired());
        summary.put(
                "instances", group.members().stream().map(GroupViews::summary).toList());
        return summary;
    }

    private static Map<String, Object> summary(GroupMember member) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("id", member.id());
        summary.put("state", member.state().wireName());
        summary.put("purchase", member.isSpot() ? "spot" : "on-demand");
        summary.put("scaleInProtected", member.isProtected());
        if (member.interruption() != null) {
            summary.put("interruption", member.interruption().toString());
        }
        return summary;
    }

    private static List<SuspendedProcess> suspended(Map<String, String> processes) {
        return processes.entrySet().stream()
                .map(each -> SuspendedProcess.builder()
                        .processName(each.getKey())
                        .suspensionReason(each.getValue())
                        .build())
                .toList();
    }

    static List<TagDescription> tags(GroupRecord group) {
        return group.tags().entrySet().stream()
                .map(each -> TagDescription.builder()
                        .resourceId(group.name())
                        .resourceType("auto-scaling-group")
                        .key(each.getKey())
                        .value(each.getValue())
                        .propagateAtLaunch(true)
                        .build())
                .toList();
    }
}
