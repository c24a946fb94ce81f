package io.beanpole.cloud.beanstalk.health;

import io.beanpole.cloud.wire.AwsError;
import io.beanpole.cloud.wire.AwsService;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeEnvironmentHealthRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeEnvironmentHealthResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeInstancesHealthRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeInstancesHealthResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentHealthAttribute;
import software.amazon.awssdk.services.elasticbeanstalk.model.InstancesHealthAttribute;
import software.amazon.awssdk.services.elasticbeanstalk.model.SingleInstanceHealth;

/** Enhanced health: what the last real checks of each instance found, and how requests to them went. */
public final class HealthApi {
    /** AWS doesn't say how many instances a page holds. */
    private static final int PAGE = 100;

    private static final String INSTANCE_TYPE = "t3.micro";

    private final WatchedEnvironments environments;
    private final String region;
    private final Clock clock;

    public HealthApi(WatchedEnvironments environments, String region, Clock clock) {
        this.environments = environments;
        this.region = region;
        this.clock = clock;
    }

    /** Adds the two operations to the service. */
    public void register(AwsService service) {
        service.on(DescribeEnvironmentHealthRequest.class, this::environment)
                .on(DescribeInstancesHealthRequest.class, this::instances);
    }

    private DescribeEnvironmentHealthResponse environment(DescribeEnvironmentHealthRequest request) {
        EnvironmentHealth rules = environments.of(request.environmentName(), request.environmentId());
        WantedAttributes wanted = new WantedAttributes(
                request.attributeNamesAsStrings(),
                EnvironmentHealthAttribute.knownValues().stream()
                        .map(EnvironmentHealthAttribute::toString)
                        .toList());
        EnvironmentHealthView health = rules.view();
        DescribeEnvironmentHealthResponse.Builder answer =
                DescribeEnvironmentHealthResponse.builder().environmentName(rules.name());
        wanted.give("HealthStatus", () -> answer.healthStatus(health.status()));
        wanted.give("Status", () -> answer.status(rules.environment().status()));
        wanted.give("Color", () -> answer.color(health.color()));
        wanted.give("Causes", () -> answer.causes(health.causes()));
        wanted.give("RefreshedAt", () -> answer.refreshedAt(clock.instant()));
        wanted.give("ApplicationMetrics", () -> answer.applicationMetrics(HealthShapes.metrics(rules.traffic())));
        wanted.give(
                "InstancesHealth",
                () -> answer.instancesHealth(HealthShapes.summary(rules.environment().instances().stream()
                        .map(each -> rules.of(each).health())
                        .toList())));
        return answer.build();
    }

    private DescribeInstancesHealthResponse instances(DescribeInstancesHealthRequest request) {
        EnvironmentHealth rules = environments.of(request.environmentName(), request.environmentId());
        WantedAttributes wanted = new WantedAttributes(
                request.attributeNamesAsStrings(),
                InstancesHealthAttribute.knownValues().stream()
                        .map(InstancesHealthAttribute::toString)
                        .toList());
        List<WatchedInstance> members = rules.environment().instances();
        int from = from(request.nextToken(), members.size());
        int to = Math.min(members.size(), from + PAGE);
        DescribeInstancesHealthResponse.Builder answer = DescribeInstancesHealthResponse.builder()
                .instanceHealthList(members.subList(from, to).stream()
                        .map(member -> instance(member, rules, wanted))
                        .toList())
                .nextToken(to < members.size() ? String.valueOf(to) : null);
        wanted.give("RefreshedAt", () -> answer.refreshedAt(clock.instant()));
        return answer.build();
    }

    private SingleInstanceHealth instance(WatchedInstance member, EnvironmentHealth rules, WantedAttributes wanted) {
        EnvironmentHealthView health = rules.of(member);
        SingleInstanceHealth.Builder answer = SingleInstanceHealth.builder().instanceId(member.id());
        wanted.give("HealthStatus", () -> answer.healthStatus(health.status()));
        wanted.give("Color", () -> answer.color(health.color()));
        wanted.give("Causes", () -> answer.causes(health.causes()));
        wanted.give(
                "ApplicationMetrics",
                () -> answer.applicationMetrics(
                        HealthShapes.metrics(member.traffic().summary())));
        wanted.give("LaunchedAt", () -> answer.launchedAt(member.launchedAt()));
        wanted.give("System", () -> answer.system(HealthShapes.system(member)));
        wanted.give("Deployment", () -> answer.deployment(HealthShapes.deployment(member.deployment())));
        wanted.give("AvailabilityZone", () -> answer.availabilityZone(region + "a"));
        wanted.give("InstanceType", () -> answer.instanceType(INSTANCE_TYPE));
        return answer.build();
    }

    private static int from(@Nullable String token, int size) {
        if (token == null) {
            return 0;
        }
        if (!token.matches("[0-9]{1,6}")) {
            throw new AwsError(
                    "InvalidParameterValue", 400, "The NextToken is not one that DescribeInstancesHealth gave.");
        }
        return Math.min(Integer.parseInt(token), size);
    }
}
