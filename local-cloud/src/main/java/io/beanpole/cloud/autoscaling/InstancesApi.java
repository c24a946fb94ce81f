package io.beanpole.cloud.autoscaling;

import io.beanpole.cloud.wire.AwsError;
import io.beanpole.cloud.wire.AwsService;
import io.beanpole.scaling.group.MemberState;
import io.beanpole.scaling.group.ScalingProcess;
import io.beanpole.scaling.policy.GroupSize;
import java.util.List;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingInstanceDetails;
import software.amazon.awssdk.services.autoscaling.model.DescribeAutoScalingInstancesRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribeAutoScalingInstancesResponse;
import software.amazon.awssdk.services.autoscaling.model.ScalingActivityInProgressException;
import software.amazon.awssdk.services.autoscaling.model.SetInstanceProtectionRequest;
import software.amazon.awssdk.services.autoscaling.model.SetInstanceProtectionResponse;
import software.amazon.awssdk.services.autoscaling.model.TerminateInstanceInAutoScalingGroupRequest;
import software.amazon.awssdk.services.autoscaling.model.TerminateInstanceInAutoScalingGroupResponse;

/** The operations on single instances of groups. */
final class InstancesApi {
    private static final int MOST_PROTECTED_AT_ONCE = 50;

    private final Groups groups;
    private final GroupViews views;

    InstancesApi(Groups groups, GroupViews views) {
        this.groups = groups;
        this.views = views;
    }

    void register(AwsService service) {
        service.on(DescribeAutoScalingInstancesRequest.class, this::describe)
                .on(SetInstanceProtectionRequest.class, this::protect)
                .on(TerminateInstanceInAutoScalingGroupRequest.class, this::terminate);
    }

    private DescribeAutoScalingInstancesResponse describe(DescribeAutoScalingInstancesRequest request) {
        List<String> ids = request.instanceIds();
        List<AutoScalingInstanceDetails> found = groups.read(all -> all.all().stream()
                .flatMap(group -> group.members().stream()
                        .filter(member -> ids.isEmpty() || ids.contains(member.id()))
                        .map(member -> views.details(group, member)))
                .toList());
        Page<AutoScalingInstanceDetails> page = Page.of(found, request.nextToken(), request.maxRecords());
        return DescribeAutoScalingInstancesResponse.builder()
                .autoScalingInstances(page.items())
                .nextToken(page.token())
                .build();
    }

    private SetInstanceProtectionResponse protect(SetInstanceProtectionRequest request) {
        String name = Refusals.required(request.autoScalingGroupName(), "autoScalingGroupName");
        if (request.instanceIds().isEmpty() || request.instanceIds().size() > MOST_PROTECTED_AT_ONCE) {
            throw Refusals.invalid("InstanceIds must name 1 to 50 instances.");
        }
        if (request.protectedFromScaleIn() == null) {
            throw Refusals.invalid("1 validation error detected: Value null at 'protectedFromScaleIn' failed to satisfy"
                    + " constraint: Member must not be null");
        }
        groups.change(name, group -> {
            request.instanceIds().forEach(id -> requireInService(group, id));
            group.protect(request.instanceIds(), request.protectedFromScaleIn());
        });
        return SetInstanceProtectionResponse.builder().build();
    }

    private static void requireInService(Group group, String id) {
        GroupMember member = group.member(id)
                .orElseThrow(() -> Refusals.invalid("The instance " + id + " is not part of Auto Scaling group "
                        + group.record().name() + "."));
        if (member.state() != MemberState.IN_SERVICE && member.state() != MemberState.STANDBY) {
            throw Refusals.invalid("The instance " + id + " is not in InService or EnteringStandby or Standby.");
        }
    }

    private TerminateInstanceInAutoScalingGroupResponse terminate(TerminateInstanceInAutoScalingGroupRequest request) {
        String id = Refusals.required(request.instanceId(), "instanceId");
        boolean decrements = Boolean.TRUE.equals(request.shouldDecrementDesiredCapacity());
        String name = groups.groupOf(id);
        ActivityRecord activity = groups.changed(name, group -> {
            GroupMember member = group.member(id).orElseThrow(() -> Refusals.noInstance(id));
            requireFree(group, member);
            if (decrements) {
                requireAboveMinimum(group.record().size());
            }
            return Moves.terminate(group, member, decrements);
        });
        return TerminateInstanceInAutoScalingGroupResponse.builder()
                .activity(views.activity(activity))
                .build();
    }

    private static void requireFree(Group group, GroupMember member) {
        String name = group.record().name();
        if (member.state().isTerminating()) {
            throw AwsError.of(
                    ScalingActivityInProgressException.class, "Instance " + member.id() + " is terminating already.");
        }
        if (!group.isOn(ScalingProcess.TERMINATE)) {
            throw AwsError.of(
                    ScalingActivityInProgressException.class,
                    "The process Terminate of " + name + " is suspended: "
                            + group.record().suspended().get(ScalingProcess.TERMINATE.wireName())
                            + ". Try again when it is resumed.");
        }
    }

    private static void requireAboveMinimum(GroupSize size) {
        if (size.desired() <= size.min()) {
            throw Refusals.invalid("Currently, desiredSize equals minSize (" + size.min() + "). Terminating instance"
                    + " without replacement will violate group's min size constraint. Either set"
                    + " shouldDecrementDesiredCapacity flag to false or lower group's min size.");
        }
    }
}
