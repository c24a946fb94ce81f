package io.beanpole.deploy.beanstalk;

import java.time.Instant;
import java.util.List;

/**
 * What an instance's row tells: DescribeInstancesHealth, DescribeAutoScalingInstances and DescribeInstances in one.
 *
 * @param lifecycle Auto Scaling's state: Pending, InService, Terminating ...
 * @param isProtected whether scale-in leaves it alone
 * @param cpuPercent user and system time of the last ten seconds, 0 to 100
 * @param deploymentStatus In Progress, Deployed or Failed
 */
public record InstanceOverview(
        String id,
        String color,
        String healthStatus,
        List<String> causes,
        String lifecycle,
        boolean isProtected,
        double cpuPercent,
        String versionLabel,
        long deploymentId,
        String deploymentStatus,
        String instanceType,
        Purchase purchase,
        Instant launchedAt) {}
