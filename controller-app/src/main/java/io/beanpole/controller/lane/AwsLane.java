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
                    deployment(groups).or(group::suspended));
        });
    }

    @Override
    public void grow(int desired) {
        tried(
                "set the capacity of lane " + name + " to " + desired,
                () -> clients.autoScaling()
                        .setDesiredCapacity(request -> request.autoScalingGroupName(groupName())
                                .desiredCapacity(desired)
                                .honorCooldown(false)));
    }

    @Override
    public boolean endIfIdle(String instance) {
        return tried("end " + instance + " of lane " + name, () -> {
            List<AutoScalingGroup> groups = groups(clients.autoScaling());
            if (groups.stream().noneMatch(each -> new GroupRead(each).isIdle(instance))) {
                return false;
            }
            clients.autoScaling()
                    .terminateInstanceInAutoScalingGroup(
                            request -> request.instanceId(instance).shouldDecrementDesiredCapacity(true));
            return true;
        });
    }

    private String groupName() {
        return groups(clients.autoScaling()).stream()
                .findFirst()
                .map(AutoScalingGroup::autoScalingGroupName)
                .orElseThrow(() -> new ControllerException("Lane " + name + " has no Auto Scaling group any more."));
    }

    /** The environment's; two of them while an immutable deployment runs. */
    private List<AutoScalingGroup> groups(AutoScalingClient autoScaling) {
        return autoScaling
                .describeAutoScalingGroups(request ->
                        request.filters(filter -> filter.name(ENVIRONMENT_TAG).values(properties.environment())))
                .autoScalingGroups();
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
