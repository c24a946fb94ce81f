package io.beanpole.cloud.autoscaling;

import io.beanpole.cloud.wire.AwsService;
import io.beanpole.scaling.group.TerminationOrder;
import io.beanpole.scaling.policy.AdjustmentType;
import java.util.Arrays;
import software.amazon.awssdk.services.autoscaling.model.DescribeAccountLimitsRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribeAccountLimitsResponse;
import software.amazon.awssdk.services.autoscaling.model.DescribeAdjustmentTypesRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribeAdjustmentTypesResponse;
import software.amazon.awssdk.services.autoscaling.model.DescribeInstanceRefreshesRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribeInstanceRefreshesResponse;
import software.amazon.awssdk.services.autoscaling.model.DescribeLaunchConfigurationsRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribeLaunchConfigurationsResponse;
import software.amazon.awssdk.services.autoscaling.model.DescribeLoadBalancerTargetGroupsRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribeLoadBalancerTargetGroupsResponse;
import software.amazon.awssdk.services.autoscaling.model.DescribeLoadBalancersRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribeLoadBalancersResponse;
import software.amazon.awssdk.services.autoscaling.model.DescribeTerminationPolicyTypesRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribeTerminationPolicyTypesResponse;
import software.amazon.awssdk.services.autoscaling.model.DescribeTrafficSourcesRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribeTrafficSourcesResponse;
import software.amazon.awssdk.services.autoscaling.model.DescribeWarmPoolRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribeWarmPoolResponse;

/** The operations whose answer is the same for every group here: limits, types, and what no group has. */
final class ConstantsApi {
    private static final int MOST_GROUPS = 500;
    private static final int MOST_LAUNCH_CONFIGURATIONS = 200;

    private final Groups groups;

    ConstantsApi(Groups groups) {
        this.groups = groups;
    }

    void register(AwsService service) {
        service.on(
                        DescribeAccountLimitsRequest.class,
                        request -> DescribeAccountLimitsResponse.builder()
                                .maxNumberOfAutoScalingGroups(MOST_GROUPS)
                                .numberOfAutoScalingGroups(
                                        groups.read(all -> all.all().size()))
                                .maxNumberOfLaunchConfigurations(MOST_LAUNCH_CONFIGURATIONS)
                                .numberOfLaunchConfigurations(0)
                                .build())
                .on(
                        DescribeAdjustmentTypesRequest.class,
                        request -> DescribeAdjustmentTypesResponse.builder()
                                .adjustmentTypes(Arrays.stream(AdjustmentType.values())
                                        .map(type ->
                                                software.amazon.awssdk.services.autoscaling.model.AdjustmentType
                                                        .builder()
                                                        .adjustmentType(type.wireName())
                                                        .build())
                                        .toList())
                                .build())
                .on(
                        DescribeTerminationPolicyTypesRequest.class,
                        request -> DescribeTerminationPolicyTypesResponse.builder()
                                .terminationPolicyTypes(TerminationOrder.POLICIES)
                                .build());
        registerAbsent(service);
    }

    /** Elastic Beanstalk registers instances at its balancer itself, so no group has one attached. */
    private void registerAbsent(AwsService service) {
        service.on(DescribeLoadBalancersRequest.class, request -> {
                    requireGroup(request.autoScalingGroupName());
                    return DescribeLoadBalancersResponse.builder().build();
                })
                .on(DescribeLoadBalancerTargetGroupsRequest.class, request -> {
                    requireGroup(request.autoScalingGroupName());
                    return DescribeLoadBalancerTargetGroupsResponse.builder().build();
                })
                .on(DescribeTrafficSourcesRequest.class, request -> {
                    requireGroup(request.autoScalingGroupName());
                    return DescribeTrafficSourcesResponse.builder().build();
                })
                .on(DescribeWarmPoolRequest.class, request -> {
                    requireGroup(request.autoScalingGroupName());
                    return DescribeWarmPoolResponse.builder().build();
                })
                .on(DescribeInstanceRefreshesRequest.class, request -> {
                    requireGroup(request.autoScalingGroupName());
                    return DescribeInstanceRefreshesResponse.builder().build();
                })
                .on(
                        DescribeLaunchConfigurationsRequest.class,
                        request ->
                                DescribeLaunchConfigurationsResponse.builder().build());
    }

    private void requireGroup(@org.jspecify.annotations.Nullable String name) {
        String wanted = Refusals.required(name, "autoScalingGroupName");
        groups.read(all -> all.byName(wanted));
    }
}
