package io.beanpole.cloud.autoscaling;

import io.beanpole.cloud.wire.AwsService;
import io.beanpole.scaling.group.MemberState;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.autoscaling.model.Activity;
import software.amazon.awssdk.services.autoscaling.model.AttachInstancesRequest;
import software.amazon.awssdk.services.autoscaling.model.AttachInstancesResponse;
import software.amazon.awssdk.services.autoscaling.model.DetachInstancesRequest;
import software.amazon.awssdk.services.autoscaling.model.DetachInstancesResponse;
import software.amazon.awssdk.services.autoscaling.model.EnterStandbyRequest;
import software.amazon.awssdk.services.autoscaling.model.EnterStandbyResponse;
import software.amazon.awssdk.services.autoscaling.model.ExitStandbyRequest;
import software.amazon.awssdk.services.autoscaling.model.ExitStandbyResponse;
import software.amazon.awssdk.services.autoscaling.model.SetInstanceHealthRequest;
import software.amazon.awssdk.services.autoscaling.model.SetInstanceHealthResponse;

/** The operations that take instances out of a group's work, put them back, and say that one is ill. */
final class MembershipApi {
    private static final int MOST_AT_ONCE = 20;

    private final Groups groups;
    private final GroupViews views;

    MembershipApi(Groups groups, GroupViews views) {
        this.groups = groups;
        this.views = views;
    }

    void register(AwsService service) {
        service.on(EnterStandbyRequest.class, this::enter)
                .on(ExitStandbyRequest.class, this::exit)
                .on(DetachInstancesRequest.class, this::detach)
                .on(AttachInstancesRequest.class, this::attach)
                .lacks(
                        AttachInstancesRequest.class,
                        "only an instance that was detached from the same group can be attached to it")
                .on(SetInstanceHealthRequest.class, this::setHealth);
    }

    private EnterStandbyResponse enter(EnterStandbyRequest request) {
        boolean decrements = decrements(request.shouldDecrementDesiredCapacity(), "shouldDecrementDesiredCapacity");
        List<ActivityRecord> told = groups.changed(name(request.autoScalingGroupName()), group -> {
            require(group, request.instanceIds(), MemberState.IN_SERVICE);
            requireRoom(group, request.instanceIds(), decrements);
            return Moves.standBy(group, request.instanceIds(), decrements);
        });
        return EnterStandbyResponse.builder().activities(views(told)).build();
    }

    private ExitStandbyResponse exit(ExitStandbyRequest request) {
        List<ActivityRecord> told = groups.changed(name(request.autoScalingGroupName()), group -> {
            require(group, request.instanceIds(), MemberState.STANDBY);
            int wanted = group.record().size().desired() + request.instanceIds().size();
            if (wanted > group.record().size().max()) {
                throw Refusals.invalid("The desired capacity would become " + wanted + ", above the maximum of "
                        + group.record().size().max() + ". Raise the maximum first.");
            }
            return Moves.serveAgain(group, request.instanceIds());
        });
        return ExitStandbyResponse.builder().activities(views(told)).build();
    }

    private DetachInstancesResponse detach(DetachInstancesRequest request) {
        boolean decrements = decrements(request.shouldDecrementDesiredCapacity(), "shouldDecrementDesiredCapacity");
        List<ActivityRecord> told = groups.changed(name(request.autoScalingGroupName()), group -> {
            require(group, request.instanceIds(), MemberState.IN_SERVICE);
            requireRoom(group, request.instanceIds(), decrements);
            return groups.outside().release(group, request.instanceIds(), decrements);
        });
        return DetachInstancesResponse.builder().activities(views(told)).build();
    }

    private AttachInstancesResponse attach(AttachInstancesRequest request) {
        groups.change(name(request.autoScalingGroupName()), group -> {
            requireSome(request.instanceIds());
            int wanted = group.record().size().desired() + request.instanceIds().size();
            if (wanted > group.record().size().max()) {
                throw Refusals.invalid("The number of instances to attach, "
                        + request.instanceIds().size() + ", and the desired capacity together exceed the maximum of "
                        + group.record().size().max() + ". Raise the maximum first.");
            }
            groups.outside().takeIn(group, request.instanceIds());
        });
        return AttachInstancesResponse.builder().build();
    }

    /** An instance that is said to be ill is replaced at the group's next look, protected or not. */
    private SetInstanceHealthResponse setHealth(SetInstanceHealthRequest request) {
        String id = Refusals.required(request.instanceId(), "instanceId");
        String status = Refusals.required(request.healthStatus(), "healthStatus");
        if (!List.of("Healthy", "Unhealthy").contains(status)) {
            throw Refusals.invalid("HealthStatus must be Healthy or Unhealthy, not " + status + ".");
        }
        boolean honorsGrace = !Boolean.FALSE.equals(request.shouldRespectGracePeriod());
        groups.change(
                groups.groupOf(id),
                group -> group.member(id).ifPresent(member -> {
                    int grace = group.record().options().healthGrace();
                    if (status.equals("Healthy")) {
                        member.heals();
                    } else if (!honorsGrace
                            || !group.now().isBefore(member.launched().plusSeconds(grace))) {
                        member.becomesIll(GroupChecks.USER_CHECK);
                    }
                }));
        return SetInstanceHealthResponse.builder().build();
    }

    private List<Activity> views(List<ActivityRecord> told) {
        return told.stream().map(views::activity).toList();
    }

    private static String name(@Nullable String group) {
        return Refusals.required(group, "autoScalingGroupName");
    }

    private static boolean decrements(@Nullable Boolean wanted, String member) {
        return Boolean.parseBoolean(Refusals.required(wanted == null ? null : wanted.toString(), member));
    }

    private static void require(Group group, List<String> ids, MemberState state) {
        requireSome(ids);
        for (String id : ids) {
            GroupMember member = group.member(id)
                    .orElseThrow(() -> Refusals.invalid("The instance " + id + " is not part of Auto Scaling group "
                            + group.record().name() + "."));
            if (member.state() != state) {
                throw Refusals.invalid("The instance " + id + " is not in " + state.wireName() + ", but "
                        + member.state().wireName() + ".");
            }
        }
    }

    private static void requireSome(List<String> ids) {
        if (ids.isEmpty()
                || ids.size() > MOST_AT_ONCE
                || ids.stream().distinct().count() < ids.size()) {
            throw Refusals.invalid("InstanceIds must name 1 to " + MOST_AT_ONCE + " instances, each once.");
        }
    }

    private static void requireRoom(Group group, List<String> ids, boolean decrements) {
        int left = group.record().size().desired() - ids.size();
        if (decrements && left < group.record().size().min()) {
            throw Refusals.invalid("AutoScalingGroup " + group.record().name() + " has min-size="
                    + group.record().size().min() + ", and desired-size="
                    + group.record().size().desired() + ". To take " + ids.size()
                    + " instances out of service with decrement would bring the group below its minimum.");
        }
    }
}
