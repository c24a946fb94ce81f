package io.beanpole.deploy.beanstalk;

import io.beanpole.deploy.SideBySide;
import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.aws.AwsCall;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeEnvironmentHealthResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.ElasticBeanstalkException;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentDescription;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentHealthAttribute;
import software.amazon.awssdk.services.elasticbeanstalk.model.SingleInstanceHealth;

/** All environments with health, instances and events; where two services know a part each, it asks both. */
public final class ElasticBeanstalkCatalog implements EnvironmentCatalog, AutoCloseable {
    private static final int AT_ONCE = 4;
    /** What DescribeEnvironments and DescribeEvents give at most in one answer. */
    private static final int PAGE = 1000;

    private final ElasticBeanstalkClient beanstalk;
    private final ScalingMembers members;
    private final Purchases purchases;
    private final SideBySide healthCalls = new SideBySide("environment-health", AT_ONCE);

    public ElasticBeanstalkCatalog(AwsAccess access) {
        beanstalk = access.client(ElasticBeanstalkClient.builder());
        members = new ScalingMembers(access);
        purchases = new Purchases(access, access.clock());
    }

    @Override
    public List<EnvironmentOverview> all() {
        return healthCalls
                .map(living(), environment -> EnvironmentReading.of(environment, health(environment)))
                .stream()
                .sorted(Comparator.comparing(EnvironmentOverview::application).thenComparing(EnvironmentOverview::name))
                .toList();
    }

    @Override
    public List<InstanceOverview> instances(String environmentName) {
        var reported = new ReportedInstances(beanstalk)
                .of(environmentName, request -> request.environmentName(environmentName))
                .orElse(List.of());
        var ids = reported.stream().map(SingleInstanceHealth::instanceId).toList();
        var states = members.of(ids);
        var bought = purchases.of(ids);
        return reported.stream()
                .map(instance -> InstanceReading.of(
                        instance,
                        states.getOrDefault(instance.instanceId(), ScalingMembers.State.UNKNOWN),
                        bought.getOrDefault(instance.instanceId(), Purchase.UNKNOWN)))
                .sorted(Comparator.comparing(InstanceOverview::launchedAt).thenComparing(InstanceOverview::id))
                .toList();
    }

    @Override
    public List<EnvironmentEvent> events(String environmentName, Instant since, int most) {
        var events = new ArrayList<EnvironmentEvent>();
        var token = Optional.<String>empty();
        do {
            var next = token.orElse(null);
            var wanted = Math.min(PAGE, most - events.size());
            var answer = AwsCall.to(
                    "read the events of " + environmentName,
                    () -> beanstalk.describeEvents(request -> request.environmentName(environmentName)
                            .startTime(since.isAfter(Instant.EPOCH) ? since : null)
                            .maxRecords(wanted)
                            .nextToken(next)));
            answer.events()
                    .forEach(event -> events.add(
                            new EnvironmentEvent(event.eventDate(), event.severityAsString(), event.message())));
            token = following(answer.nextToken());
        } while (token.isPresent() && events.size() < most);
        return events.stream()
                .sorted(Comparator.comparing(EnvironmentEvent::date).reversed())
                .limit(most)
                .toList();
    }

    @Override
    public void close() {
        healthCalls.close();
        purchases.close();
        members.close();
        beanstalk.close();
    }

    private List<EnvironmentDescription> living() {
        var environments = new ArrayList<EnvironmentDescription>();
        var token = Optional.<String>empty();
        do {
            var next = token.orElse(null);
            var answer = AwsCall.to(
                    "list the environments",
                    () -> beanstalk.describeEnvironments(request ->
                            request.includeDeleted(false).maxRecords(PAGE).nextToken(next)));
            environments.addAll(answer.environments());
            token = following(answer.nextToken());
        } while (token.isPresent());
        environments.removeIf(environment -> "Terminated".equals(environment.statusAsString()));
        return environments;
    }

    /** Empty for an environment that has no enhanced health, or is on its way to or from existence. */
    private Optional<DescribeEnvironmentHealthResponse> health(EnvironmentDescription environment) {
        return AwsCall.to("read the health of " + environment.environmentName(), () -> {
            try {
                return Optional.of(beanstalk.describeEnvironmentHealth(
                        request -> request.environmentId(environment.environmentId())
                                .attributeNames(EnvironmentHealthAttribute.ALL)));
            } catch (ElasticBeanstalkException e) {
                if (e.statusCode() == 400 && !e.isThrottlingException()) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    private static Optional<String> following(@Nullable String token) {
        return Optional.ofNullable(token).filter(next -> !next.isEmpty());
    }
}
