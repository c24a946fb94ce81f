package io.beanpole.cloud.autoscaling;

import io.beanpole.cloud.wire.AwsService;
import java.util.List;
import software.amazon.awssdk.services.autoscaling.model.AttachLoadBalancerTargetGroupsRequest;
import software.amazon.awssdk.services.autoscaling.model.AttachLoadBalancersRequest;
import software.amazon.awssdk.services.autoscaling.model.AttachTrafficSourcesRequest;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingRequest;
import software.amazon.awssdk.services.autoscaling.model.CancelInstanceRefreshRequest;
import software.amazon.awssdk.services.autoscaling.model.CreateAutoScalingGroupRequest;
import software.amazon.awssdk.services.autoscaling.model.CreateLaunchConfigurationRequest;
import software.amazon.awssdk.services.autoscaling.model.DeleteAutoScalingGroupRequest;
import software.amazon.awssdk.services.autoscaling.model.DeleteLaunchConfigurationRequest;
import software.amazon.awssdk.services.autoscaling.model.DeleteWarmPoolRequest;
import software.amazon.awssdk.services.autoscaling.model.DetachLoadBalancerTargetGroupsRequest;
import software.amazon.awssdk.services.autoscaling.model.DetachLoadBalancersRequest;
import software.amazon.awssdk.services.autoscaling.model.DetachTrafficSourcesRequest;
import software.amazon.awssdk.services.autoscaling.model.GetPredictiveScalingForecastRequest;
import software.amazon.awssdk.services.autoscaling.model.LaunchInstancesRequest;
import software.amazon.awssdk.services.autoscaling.model.PutWarmPoolRequest;
import software.amazon.awssdk.services.autoscaling.model.RollbackInstanceRefreshRequest;
import software.amazon.awssdk.services.autoscaling.model.StartInstanceRefreshRequest;

/** The operations that make no sense where every group belongs to an environment, with what to do instead. */
final class RefusedOperations {
    private static final int BAD_REQUEST = 400;

    private RefusedOperations() {}

    static void register(AwsService service) {
        refuse(
                service,
                "The local cloud has no EC2 behind launch configurations and templates: its groups come with Elastic"
                        + " Beanstalk environments. Create an environment instead.",
                List.of(
                        CreateAutoScalingGroupRequest.class,
                        CreateLaunchConfigurationRequest.class,
                        DeleteLaunchConfigurationRequest.class));
        refuse(
                service,
                "This group belongs to an Elastic Beanstalk environment. Terminate the environment instead.",
                List.of(DeleteAutoScalingGroupRequest.class));
        refuse(
                service,
                "Elastic Beanstalk registers the instances of its groups at the environment's own load balancer; no"
                        + " other can be attached or detached.",
                List.of(
                        AttachLoadBalancersRequest.class,
                        DetachLoadBalancersRequest.class,
                        AttachLoadBalancerTargetGroupsRequest.class,
                        DetachLoadBalancerTargetGroupsRequest.class,
                        AttachTrafficSourcesRequest.class,
                        DetachTrafficSourcesRequest.class));
        registerAbsent(service);
    }

    private static void registerAbsent(AwsService service) {
        refuse(
                service,
                "The local cloud has no instance refresh. Deploy a version, or rebuild the environment, to get new"
                        + " instances.",
                List.of(
                        StartInstanceRefreshRequest.class,
                        CancelInstanceRefreshRequest.class,
                        RollbackInstanceRefreshRequest.class));
        refuse(
                service,
                "The local cloud has no warm pools: its instances start within seconds.",
                List.of(PutWarmPoolRequest.class, DeleteWarmPoolRequest.class));
        refuse(
                service,
                "The local cloud has no predictive scaling. Use a target tracking, step or simple policy.",
                List.of(GetPredictiveScalingForecastRequest.class));
        refuse(
                service,
                "Instances are launched by the desired capacity here. Use SetDesiredCapacity.",
                List.of(LaunchInstancesRequest.class));
    }

    private static void refuse(AwsService service, String why, List<Class<? extends AutoScalingRequest>> requests) {
        for (Class<? extends AutoScalingRequest> each : requests) {
            service.refuses(each, "ValidationError", BAD_REQUEST, why);
        }
    }
}
