package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.beanstalk.request.Refusals;
import io.beanpole.cloud.wire.AwsService;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeEnvironmentHealthRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeEnvironmentHealthResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeInstancesHealthRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeInstancesHealthResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentHealthAttribute;
import software.amazon.awssdk.services.elasticbeanstalk.model.InstancesHealthAttribute;
import software.amazon.awssdk.services.elasticbeanstalk.model.SingleInstanceHealth;

/** Enhanced health: what the last real checks of each instance found, and how requests to them went. */
final class HealthApi {
    /** AWS doesn't say how many instances a page holds. */
    private static final int PAGE = 100;

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
        WantedAttributes wanted = new WantedAttributes(
                request.attributeNamesAsStrings(),
                EnvironmentHealthAttribute.knownValues().stream()
                        .map(EnvironmentHealthAttribute::toString)
                        .toList());
        EnvironmentHealthView health = views.health(environment);
        DescribeEnvironmentHealthResponse.Builder answer =
                DescribeEnvironmentHealthResponse.builder().environmentName(environment.name());
        wanted.give("HealthStatus", () -> answer.healthStatus(health.status()));
        wanted.give("Status", () -> answer.status(environment.status()));
        wanted.give("Color", () -> answer.color(health.color()));
        wanted.give("Causes", () -> answer.causes(health.causes()));
        wanted.give("RefreshedAt", () -> answer.refreshedAt(platform.clock().instant()));
        rules(environment).ifPresent(rules -> {
            wanted.give("ApplicationMetrics", () -> answer.applicationMetrics(HealthShapes.metrics(rules.traffic())));
            wanted.give(
                    "InstancesHealth",
                    () -> answer.instancesHealth(HealthShapes.summary(views.members(environment).stream()
                            .map(member -> rules.of(member, environment).health())
                            .toList())));
        });
        return answer.build();
    }

    private DescribeInstancesHealthResponse instances(DescribeInstancesHealthRequest request) {
        EnvironmentRecord environment = environments.record(request.environmentName(), request.environmentId());
        WantedAttributes wanted = new WantedAttributes(
                request.attributeNamesAsStrings(),
                InstancesHealthAttribute.knownValues().stream()
                        .map(InstancesHealthAttribute::toString)
                        .toList());
        List<FleetMember> members = List.copyOf(views.members(environment));
        int from = from(request.nextToken(), members.size());
        int to = Math.min(members.size(), from + PAGE);
        DescribeInstancesHealthResponse.Builder answer = DescribeInstancesHealthResponse.builder()
                .instanceHealthList(members.subList(from, to).stream()
                        .map(member -> instance(member, environment, wanted))
                        .toList())
                .nextToken(to < members.size() ? String.valueOf(to) : null);
        wanted.give("RefreshedAt", () -> answer.refreshedAt(platform.clock().instant()));
        return answer.build();
    }

    private SingleInstanceHealth instance(FleetMember member, EnvironmentRecord environment, WantedAttributes wanted) {
        SingleInstanceHealth.Builder answer =
                SingleInstanceHealth.builder().instanceId(member.instance().id());
        rules(environment).map(rules -> rules.of(member, environment)).ifPresent(health -> {
            wanted.give("HealthStatus", () -> answer.healthStatus(health.status()));
            wanted.give("Color", () -> answer.color(health.color()));
            wanted.give("Causes", () -> answer.causes(health.causes()));
        });
        wanted.give(
                "ApplicationMetrics",
                () -> answer.applicationMetrics(
                        HealthShapes.metrics(member.traffic().summary())));
        wanted.give("LaunchedAt", () -> answer.launchedAt(member.instance().launchedAt()));
        wanted.give("System", () -> answer.system(HealthShapes.system(member.instance())));
        wanted.give("Deployment", () -> answer.deployment(HealthShapes.deployment(member.deployment())));
        wanted.give("AvailabilityZone", () -> answer.availabilityZone(platform.region() + "a"));
        wanted.give("InstanceType", () -> answer.instanceType(FleetMember.INSTANCE_TYPE));
        return answer.build();
    }

    private Optional<EnvironmentHealth> rules(EnvironmentRecord environment) {
        return environments.find(environment.id()).map(Environment::healthRules);
    }

    private static int from(@Nullable String token, int size) {
        if (token == null) {
            return 0;
        }
        if (!token.matches("[0-9]{1,6}")) {
            throw Refusals.invalid("The NextToken is not one that DescribeInstancesHealth gave.");
        }
        return Math.min(Integer.parseInt(token), size);
    }
}
