package io.beanpole.controller.lane;

import io.beanpole.controller.ControllerException;
import io.beanpole.controller.ControllerProperties.LaneProperties;
import io.beanpole.scaling.ScalingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentDescription;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentStatus;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A lane through the APIs of AWS; each call is bounded by its client. */
final class AwsLane implements Lane {
    private static final String ENVIRONMENT_TAG = "tag:elasticbeanstalk:environment-name";
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration LOOKS_BACK = Duration.ofMinutes(4);

    private final String name;
    private final LaneProperties properties;
    private final LaneClients clients;
    private final Clock clock;

    AwsLane(String name, LaneProperties properties, LaneClients clients, Clock clock) {
        this.name = name;
        this.properties = properties;
        this.clients = clients;
        this.clock = clock;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public LaneLook look() {
        return tried("look at lane " + name, () -> {
            Map<QueueAttributeName, String> depth = depth(clients.sqs());
            List<AutoScalingGroup> groups = groups(clients.autoScaling());
            if (groups.isEmpty()) {
                throw new ControllerException(
                        "Tried to steer lane " + name + ", but there is no Auto Scaling group of the" + " environment "
                                + properties.environment() + ". Set its full name, and the region it is in.");
            }
            GroupRead group = new GroupRead(groups.get(0));
            return new LaneLook(
                    clock.instant(),
                    number(depth, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES),
                    number(depth, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE),
                    arrivals(clients.cloudWatch()),
                    group.size(),
                    group.members(),
                    hindrance(groups));
        });
    }

    @Override
    public boolean grow(int desired) {
        return tried("set the capacity of lane " + name + " to " + desired, () -> {
            Optional<GroupRead> group =
                    free().filter(each -> each.size().desired() < each.size().clamp(desired));
            group.ifPresent(each -> clients.autoScaling()
                    .setDesiredCapacity(request -> request.autoScalingGroupName(each.name())
                            .desiredCapacity(each.size().clamp(desired))
                            .honorCooldown(false)));
            return group.isPresent();
        });
    }

    @Override
    public boolean endIfIdle(String instance) {
        return tried("end " + instance + " of lane " + name, () -> {
            boolean isIdle = free().filter(
                            each -> each.size().desired() > each.size().min())
                    .filter(each -> each.isIdle(instance))
                    .isPresent();
            if (isIdle) {
                clients.autoScaling()
                        .terminateInstanceInAutoScalingGroup(
                                request -> request.instanceId(instance).shouldDecrementDesiredCapacity(true));
            }
            return isIdle;
        });
    }

    /** The group as it is now; empty where there isn't exactly one, or something hinders a change. */
    private Optional<GroupRead> free() {
        List<AutoScalingGroup> groups = groups(clients.autoScaling());
        return groups.size() == 1 && hindrance(groups).isEmpty()
                ? Optional.of(new GroupRead(groups.get(0)))
                : Optional.empty();
    }

    private Optional<String> hindrance(List<AutoScalingGroup> groups) {
        return deployment(groups).or(new GroupRead(groups.get(0))::suspended);
    }

    /** The environment's; two of them while an immutable deployment runs. */
    private List<AutoScalingGroup> groups(AutoScalingClient autoScaling) {
        return autoScaling
                .describeAutoScalingGroupsPaginator(request ->
                        request.filters(filter -> filter.name(ENVIRONMENT_TAG).values(properties.environment())))
                .autoScalingGroups()
                .stream()
                .toList();
    }

    private Optional<String> deployment(List<AutoScalingGroup> groups) {
        if (groups.size() > 1) {
            return Optional.of("the environment has " + groups.size() + " groups, as during an immutable deployment");
        }
        ElasticBeanstalkClient beanstalk = clients.beanstalk();
        return beanstalk
                .describeEnvironments(request ->
                        request.environmentNames(properties.environment()).includeDeleted(false))
                .environments()
                .stream()
                .map(EnvironmentDescription::status)
                .filter(status -> status != EnvironmentStatus.READY)
                .map(status -> "the environment is " + status + ", not Ready")
                .findFirst();
    }

    private Map<QueueAttributeName, String> depth(SqsClient sqs) {
        return sqs.getQueueAttributes(request -> request.queueUrl(properties.queue())
                        .attributeNames(
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                .attributes();
    }

    private OptionalDouble arrivals(CloudWatchClient cloudWatch) {
        Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        return cloudWatch
                .getMetricStatistics(request -> request.namespace("AWS/SQS")
                        .metricName("NumberOfMessagesSent")
                        .dimensions(Dimension.builder()
                                .name("QueueName")
                                .value(properties.queueName())
                                .build())
                        .startTime(minute.minus(LOOKS_BACK))
                        .endTime(minute)
                        .period((int) MINUTE.toSeconds())
                        .statistics(Statistic.SUM))
                .datapoints()
                .stream()
                .max(Comparator.comparing(Datapoint::timestamp))
                .map(newest -> OptionalDouble.of(newest.sum() / MINUTE.toSeconds()))
                .orElse(OptionalDouble.empty());
    }

    private static int number(Map<QueueAttributeName, String> attributes, QueueAttributeName attribute) {
        return Integer.parseInt(attributes.getOrDefault(attribute, "0"));
    }

    private static <T> T tried(String attempt, Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException | ScalingException e) {
            throw new ControllerException("Tried to " + attempt + ", but " + e.getMessage(), e);
        }
    }
}
