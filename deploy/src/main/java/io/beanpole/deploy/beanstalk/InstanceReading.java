package io.beanpole.deploy.beanstalk;

import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticbeanstalk.model.CPUUtilization;
import software.amazon.awssdk.services.elasticbeanstalk.model.Deployment;
import software.amazon.awssdk.services.elasticbeanstalk.model.SingleInstanceHealth;
import software.amazon.awssdk.services.elasticbeanstalk.model.SystemStatus;

/** What Elastic Beanstalk and Auto Scaling say about one instance, in our words. */
final class InstanceReading {
    private static final String UNKNOWN = "Unknown";

    private InstanceReading() {}

    static InstanceOverview of(SingleInstanceHealth instance, ScalingMembers.State state, Purchase purchase) {
        var deployment = Optional.ofNullable(instance.deployment());
        return new InstanceOverview(
                instance.instanceId(),
                requireNonNullElse(instance.color(), "Grey"),
                requireNonNullElse(instance.healthStatus(), UNKNOWN),
                instance.causes(),
                state.lifecycle(),
                state.isProtected(),
                cpuPercent(instance.system()),
                deployment.map(Deployment::versionLabel).orElse(""),
                deployment.map(Deployment::deploymentId).orElse(0L),
                deployment.map(Deployment::status).orElse(""),
                requireNonNullElse(instance.instanceType(), ""),
                purchase,
                requireNonNullElse(instance.launchedAt(), Instant.EPOCH));
    }

    private static double cpuPercent(@Nullable SystemStatus system) {
        CPUUtilization cpu = system == null ? null : system.cpuUtilization();
        return cpu == null ? 0 : zeroIfUnknown(cpu.user()) + zeroIfUnknown(cpu.system());
    }

    private static double zeroIfUnknown(@Nullable Double value) {
        return value == null ? 0 : value;
    }
}
