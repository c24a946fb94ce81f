package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.instance.Instance;
import io.beanpole.cloud.wire.AwsService;
import java.util.List;
import software.amazon.awssdk.services.elasticbeanstalk.model.Deployment;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeEnvironmentHealthRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeEnvironmentHealthResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeInstancesHealthRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeInstancesHealthResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.InstanceHealthSummary;
import software.amazon.awssdk.services.elasticbeanstalk.model.SingleInstanceHealth;

/** Enhanced health: what the last real checks of each instance found. */
final class HealthApi {
    private final Platform platform;
    private final Environments environments;
    private final EnvironmentViews views;

    HealthApi(Platform platform, Environments environments, EnvironmentViews views) {
        this.platform = platform;
        this.environments = environments;
        this.views = views;
    }

    void register(AwsService service) {
        service.on(DescribeEnvironmentHealthRequest.class, this::environment)
                .on(DescribeInstancesHealthRequest.class, this::instances);
    }

    private DescribeEnvironmentHealthResponse environment(DescribeEnvironmentHealthRequest request) {
        EnvironmentRecord environment = environments.record(request.environmentName(), request.environmentId());
        EnvironmentHealthView health = views.health(environment);
        List<String> statuses = views.members(environment).stream()
                .map(member -> status(member.instance()))
                .toList();
        return DescribeEnvironmentHealthResponse.builder()
                .environmentName(environment.name())
                .healthStatus(health.status())
                .status(environment.status())
                .color(health.color())
                .causes(health.causes())
                .instancesHealth(InstanceHealthSummary.builder()
                        .noData(0)
                        .unknown(0)
                        .pending(count(statuses, "Pending"))
                        .ok(count(statuses, "Ok"))
                        .info(0)
                        .warning(0)
                        .degraded(0)
                        .severe(count(statuses, "Severe"))
                        .build())
                .refreshedAt(platform.clock().instant())
                .build();
    }

    private DescribeInstancesHealthResponse instances(DescribeInstancesHealthRequest request) {
        EnvironmentRecord environment = environments.record(request.environmentName(), request.environmentId());
        return DescribeInstancesHealthResponse.builder()
                .instanceHealthList(
                        views.members(environment).stream().map(this::health).toList())
                .refreshedAt(platform.clock().instant())
                .build();
    }

    private SingleInstanceHealth health(FleetMember member) {
        Instance instance = member.instance();
        DeploymentRecord deployment = member.deployment();
        String status = status(instance);
        return SingleInstanceHealth.builder()
                .instanceId(instance.id())
                .healthStatus(status)
                .color(color(status))
                .causes(instance.cause().isEmpty() ? List.of() : List.of(instance.cause()))
                .launchedAt(instance.launchedAt())
                .deployment(Deployment.builder()
                        .versionLabel(deployment.version())
                        .deploymentId(deployment.id())
                        .status(deployment.status())
                        .deploymentTime(deployment.at())
                        .build())
                .availabilityZone(platform.region() + "a")
                .instanceType(FleetMember.INSTANCE_TYPE)
                .build();
    }

    private static String status(Instance instance) {
        return switch (instance.state()) {
            case OK -> "Ok";
            case PENDING -> "Pending";
            case FAILING, STOPPED -> "Severe";
        };
    }

    private static String color(String status) {
        return switch (status) {
            case "Ok" -> "Green";
            case "Pending" -> "Grey";
            default -> "Red";
        };
    }

    private static int count(List<String> statuses, String wanted) {
        return (int) statuses.stream().filter(wanted::equals).count();
    }
}
