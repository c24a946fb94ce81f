package io.beanpole.cloud.autoscaling;

import io.beanpole.cloud.wire.AwsError;
import io.beanpole.cloud.wire.AwsService;
import io.beanpole.scaling.policy.GroupSize;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.DescribeAutoScalingGroupsRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribeAutoScalingGroupsResponse;
import software.amazon.awssdk.services.autoscaling.model.DescribeScalingProcessTypesRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribeScalingProcessTypesResponse;
import software.amazon.awssdk.services.autoscaling.model.ProcessType;
import software.amazon.awssdk.services.autoscaling.model.ResumeProcessesRequest;
import software.amazon.awssdk.services.autoscaling.model.ResumeProcessesResponse;
import software.amazon.awssdk.services.autoscaling.model.ScalingActivityInProgressException;
import software.amazon.awssdk.services.autoscaling.model.SetDesiredCapacityRequest;
import software.amazon.awssdk.services.autoscaling.model.SetDesiredCapacityResponse;
import software.amazon.awssdk.services.autoscaling.model.SuspendProcessesRequest;
import software.amazon.awssdk.services.autoscaling.model.SuspendProcessesResponse;
import software.amazon.awssdk.services.autoscaling.model.UpdateAutoScalingGroupRequest;
import software.amazon.awssdk.services.autoscaling.model.UpdateAutoScalingGroupResponse;

/** The operations on whole groups: size, processes. */
final class GroupsApi {
    private final Groups groups;
    private final GroupViews views;

    GroupsApi(Groups groups, GroupViews views) {
        this.groups = groups;
        this.views = views;
    }

    void register(AwsService service) {
        service.on(DescribeAutoScalingGroupsRequest.class, this::describe)
                .on(UpdateAutoScalingGroupRequest.class, this::update)
                .on(SetDesiredCapacityRequest.class, this::setDesired)
                .on(SuspendProcessesRequest.class, this::suspend)
                .on(ResumeProcessesRequest.class, this::resume)
                .on(DescribeScalingProcessTypesRequest.class, this::processes);
    }

    private DescribeAutoScalingGroupsResponse describe(DescribeAutoScalingGroupsRequest request) {
        if (!request.filters().isEmpty()) {
            throw Refusals.invalid("The local cloud has no filters for groups; name them in AutoScalingGroupNames.");
        }
        List<String> names = request.autoScalingGroupNames();
        List<AutoScalingGroup> found = groups.read(all -> all.all().stream()
                .filter(each -> names.isEmpty() || names.contains(each.record().name()))
                .map(views::group)
                .toList());
        Page<AutoScalingGroup> page = Page.of(found, request.nextToken(), request.maxRecords());
        return DescribeAutoScalingGroupsResponse.builder()
                .autoScalingGroups(page.items())
                .nextToken(page.token())
                .build();
    }

    private UpdateAutoScalingGroupResponse update(UpdateAutoScalingGroupRequest request) {
        String name = Refusals.required(request.autoScalingGroupName(), "autoScalingGroupName");
        groups.change(name, group -> {
            GroupSize size = size(group.record().size(), request);
            GroupOptions options = group.record().options();
            group.become(group.record()
                    .withOptions(new GroupOptions(
                            or(request.defaultCooldown(), options.cooldown()),
                            or(request.defaultInstanceWarmup(), options.warmUp()),
                            request.newInstancesProtectedFromScaleIn() == null
                                    ? options.protectsNew()
                                    : request.newInstancesProtectedFromScaleIn())));
            group.resize(size, Change.byUser(Groups.constraints(size)));
        });
        return UpdateAutoScalingGroupResponse.builder().build();
    }

    private static GroupSize size(GroupSize present, UpdateAutoScalingGroupRequest request) {
        int min = or(request.minSize(), present.min());
        int max = or(request.maxSize(), present.max());
        return Refusals.checked(() -> {
            GroupSize bounded = present.withBounds(min, max);
            return request.desiredCapacity() == null ? bounded : bounded.withDesired(request.desiredCapacity());
        });
    }

    private SetDesiredCapacityResponse setDesired(SetDesiredCapacityRequest request) {
        String name = Refusals.required(request.autoScalingGroupName(), "autoScalingGroupName");
        int desired = Refusals.required(request.desiredCapacity(), "desiredCapacity");
        groups.change(name, group -> {
            GroupSize size = group.record().size();
            String value = "New SetDesiredCapacity value " + desired + " is ";
            if (desired > size.max()) {
                throw Refusals.invalid(value + "above max value " + size.max() + " for the AutoScalingGroup.");
            }
            if (desired < size.min()) {
                throw Refusals.invalid(value + "below min value " + size.min() + " for the AutoScalingGroup.");
            }
            if (Boolean.TRUE.equals(request.honorCooldown()) && group.isBusy()) {
                throw AwsError.of(
                        ScalingActivityInProgressException.class,
                        "Scaling activity is in progress or the cooldown lasts, and HonorCooldown was asked for.");
            }
            group.resize(size.withDesired(desired), Change.byUser("explicitly set group desired capacity"));
        });
        return SetDesiredCapacityResponse.builder().build();
    }

    private SuspendProcessesResponse suspend(SuspendProcessesRequest request) {
        String name = Refusals.required(request.autoScalingGroupName(), "autoScalingGroupName");
        List<ScalingProcess> processes = ScalingProcess.of(request.scalingProcesses());
        groups.change(name, group -> {
            Map<String, String> suspended = new TreeMap<>(group.record().suspended());
            processes.forEach(each -> suspended.put(each.wireName(), "User suspended"));
            group.become(group.record().withSuspended(suspended));
        });
        return SuspendProcessesResponse.builder().build();
    }

    private ResumeProcessesResponse resume(ResumeProcessesRequest request) {
        String name = Refusals.required(request.autoScalingGroupName(), "autoScalingGroupName");
        List<ScalingProcess> processes = ScalingProcess.of(request.scalingProcesses());
        groups.change(name, group -> {
            Map<String, String> suspended = new TreeMap<>(group.record().suspended());
            processes.forEach(each -> suspended.remove(each.wireName()));
            group.become(group.record().withSuspended(suspended));
            group.reconcile();
        });
        return ResumeProcessesResponse.builder().build();
    }

    private DescribeScalingProcessTypesResponse processes(DescribeScalingProcessTypesRequest request) {
        return DescribeScalingProcessTypesResponse.builder()
                .processes(Arrays.stream(ScalingProcess.values())
                        .map(each -> ProcessType.builder()
                                .processName(each.wireName())
                                .build())
                        .toList())
                .build();
    }

    private static int or(@Nullable Integer value, int otherwise) {
        return value == null ? otherwise : value;
    }
}
