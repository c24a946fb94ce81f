package io.beanpole.cloud.autoscaling;

import io.beanpole.cloud.wire.AwsError;
import io.beanpole.cloud.wire.AwsService;
import io.beanpole.scaling.policy.GroupSize;
import java.util.List;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.DescribeAutoScalingGroupsRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribeAutoScalingGroupsResponse;
import software.amazon.awssdk.services.autoscaling.model.ScalingActivityInProgressException;
import software.amazon.awssdk.services.autoscaling.model.SetDesiredCapacityRequest;
import software.amazon.awssdk.services.autoscaling.model.SetDesiredCapacityResponse;
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
                .lacks(
                        UpdateAutoScalingGroupRequest.class,
                        "launch templates, subnets, placement, maximum instance lifetime, maintenance policy")
                .on(SetDesiredCapacityRequest.class, this::setDesired);
    }

    private DescribeAutoScalingGroupsResponse describe(DescribeAutoScalingGroupsRequest request) {
        GroupFilters filters = new GroupFilters(request.filters());
        List<String> names = request.autoScalingGroupNames();
        List<AutoScalingGroup> found = groups.read(all -> all.all().stream()
                .filter(each -> names.isEmpty() || names.contains(each.record().name()))
                .filter(each -> filters.match(each.record()))
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
        GroupUpdate wanted = new GroupUpdate(request);
        groups.change(name, group -> {
            GroupSize size = wanted.size(group.record().size());
            group.become(
                    group.record().withOptions(wanted.options(group.record().options())));
            group.resize(size, Change.byUser(Groups.constraints(size)));
        });
        return UpdateAutoScalingGroupResponse.builder().build();
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
}
