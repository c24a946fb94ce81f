package io.beanpole.deploy.scaling;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.aws.AwsCall;
import io.beanpole.scaling.ScalingException;
import io.beanpole.scaling.design.MetricSource;
import io.beanpole.scaling.design.PlannedSize;
import io.beanpole.scaling.design.ScalingDesign;
import io.beanpole.scaling.schedule.Recurrence;
import io.beanpole.scaling.schedule.ScheduledSize;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.Alarm;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.ScalingPolicy;
import software.amazon.awssdk.services.autoscaling.model.ScheduledUpdateGroupAction;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;

/** How a live environment is meant to scale: the design that AWS has of it, whoever put it there. */
public final class LiveDesign {
    private static final int PAGE = 100;
    private static final String OF_A_TARGET = "TargetTracking-";

    /** After it, the name of a group that Elastic Beanstalk made has that of its stack. */
    private static final String GROUP = "-AWSEBAutoScalingGroup-";

    /** What alarms of queues watch; one that runs no policy is found by them only. */
    private static final List<MetricSource> OF_QUEUES =
            List.of(MetricSource.VISIBLE, MetricSource.IN_FLIGHT, MetricSource.OLDEST, MetricSource.SENT);

    private final AutoScalingClient autoScaling;
    private final CloudWatchClient cloudWatch;

    LiveDesign(AutoScalingClient autoScaling, CloudWatchClient cloudWatch) {
        this.autoScaling = autoScaling;
        this.cloudWatch = cloudWatch;
    }

    /**
     * Reads it.
     *
     * @throws DeployException when AWS refuses, or the environment has no group
     */
    public static ScalingDesign of(AwsAccess access, String environmentName) {
        try (var beanstalk = access.client(ElasticBeanstalkClient.builder());
                var autoScaling = access.client(AutoScalingClient.builder());
                var cloudWatch = access.client(CloudWatchClient.builder())) {
            var parts = new EnvironmentResources(beanstalk).of(environmentName);
            var live = new LiveDesign(autoScaling, cloudWatch);
            return live.of(parts, live.group(parts), live.alarms(parts));
        }
    }

    /** The group of an environment. */
    AutoScalingGroup group(EnvironmentParts parts) {
        var none = new DeployException(
                parts.environmentName() + " has no Auto Scaling group yet, so nothing scales.",
                "Wait until it is Ready: ./beanpole status");
        var name = parts.group().orElseThrow(() -> none);
        return AwsCall.to(
                        "read the Auto Scaling group " + name,
                        () -> autoScaling
                                .describeAutoScalingGroups(request -> request.autoScalingGroupNames(name))
                                .autoScalingGroups()
                                .stream()
                                .findFirst())
                .orElseThrow(() -> none);
    }

    /**
     * The alarms that watch an environment's queues or its group, or run one of its policies. An account may have
     * thousands, so only those are asked for that its stack made, that run its policies, or that watch a metric of its
     * queues by itself.
     */
    List<MetricAlarm> alarms(EnvironmentParts parts) {
        var found = new LinkedHashMap<String, MetricAlarm>();
        parts.group().ifPresent(group -> {
            var stack = group.indexOf(GROUP);
            if (stack > 0) {
                add(found, described(request -> request.alarmNamePrefix(group.substring(0, stack) + "-")));
            }
            add(found, described(request -> request.alarmNamePrefix(OF_A_TARGET + group)));
            named(policies(group)).forEach(names -> add(found, described(request -> request.alarmNames(names))));
        });
        parts.queueName().ifPresent(queue -> add(found, ofQueue(queue)));
        parts.deadLetterQueueName().ifPresent(queue -> add(found, ofQueue(queue)));
        return found.values().stream()
                .filter(alarm -> isOf(parts, new WatchedAlarm(alarm)))
                .toList();
    }

    private static void add(Map<String, MetricAlarm> found, List<MetricAlarm> more) {
        more.forEach(alarm -> found.putIfAbsent(alarm.alarmName(), alarm));
    }

    private List<MetricAlarm> described(Consumer<DescribeAlarmsRequest.Builder> which) {
        return AwsCall.to(
                "list the alarms",
                () -> cloudWatch
                        .describeAlarmsPaginator(request -> which.accept(
                                request.alarmTypes(AlarmType.METRIC_ALARM).maxRecords(PAGE)))
                        .metricAlarms()
                        .stream()
                        .toList());
    }

    /** The names of the alarms that run policies, as many at a time as one call takes. */
    private static List<List<String>> named(List<ScalingPolicy> policies) {
        var names = policies.stream()
                .flatMap(policy -> policy.alarms().stream())
                .map(Alarm::alarmName)
                .distinct()
                .toList();
        return IntStream.iterate(0, first -> first < names.size(), first -> first + PAGE)
                .mapToObj(first -> names.subList(first, Math.min(names.size(), first + PAGE)))
                .toList();
    }

    private List<MetricAlarm> ofQueue(String queue) {
        return AwsCall.to(
                "list the alarms of the queue " + queue,
                () -> OF_QUEUES.stream()
                        .flatMap(source -> cloudWatch
                                .describeAlarmsForMetric(request -> request.namespace(source.namespace())
                                        .metricName(source.name())
                                        .dimensions(dimension ->
                                                dimension.name("QueueName").value(queue)))
                                .metricAlarms()
                                .stream())
                        .toList());
    }

    /** The design of what was read; the alarms of targets stand in it as their policies. */
    ScalingDesign of(EnvironmentParts parts, AutoScalingGroup group, List<MetricAlarm> alarms) {
        var subjects = new MetricSubjects(parts);
        var cooldown = Duration.ofSeconds(Objects.requireNonNullElse(group.defaultCooldown(), 300));
        var warmUp = seconds(group.defaultInstanceWarmup());
        var name = group.autoScalingGroupName();
        try {
            return new ScalingDesign(
                    parts.environmentName(),
                    group.minSize(),
                    group.maxSize(),
                    cooldown,
                    warmUp,
                    alarms.stream()
                            .map(alarm -> new LiveAlarm(alarm, subjects))
                            .filter(alarm -> !alarm.isOfATarget())
                            .flatMap(alarm -> alarm.designed(name).stream())
                            .toList(),
                    policies(name).stream()
                            .flatMap(policy -> new LivePolicy(policy, subjects, cooldown, warmUp).designed().stream())
                            .toList(),
                    schedule(name).stream().flatMap(LiveDesign::planned).toList());
        } catch (ScalingException e) {
            throw new DeployException(
                    "The scaling of " + parts.environmentName() + " could not be understood: " + e.getMessage(), e);
        }
    }

    private List<ScalingPolicy> policies(String group) {
        return AwsCall.to(
                "read the scaling policies of " + group,
                () ->
                        autoScaling
                                .describePoliciesPaginator(request -> request.autoScalingGroupName(group))
                                .scalingPolicies()
                                .stream()
                                .toList());
    }

    private List<ScheduledUpdateGroupAction> schedule(String group) {
        return AwsCall.to(
                "read the scheduled actions of " + group,
                () -> autoScaling
                        .describeScheduledActionsPaginator(request -> request.autoScalingGroupName(group))
                        .scheduledUpdateGroupActions()
                        .stream()
                        .toList());
    }

    /** One that happens once, or never again, is no part of a design. */
    private static Stream<PlannedSize> planned(ScheduledUpdateGroupAction action) {
        if (action.recurrence() == null) {
            return Stream.empty();
        }
        var zone = zone(action);
        return Stream.of(new PlannedSize(
                action.scheduledActionName(),
                Recurrence.of(action.recurrence(), zone),
                new ScheduledSize(action.minSize(), action.maxSize(), action.desiredCapacity())));
    }

    private static ZoneId zone(ScheduledUpdateGroupAction action) {
        try {
            return ZoneId.of(Optional.ofNullable(action.timeZone()).orElse("UTC"));
        } catch (DateTimeException e) {
            throw new ScalingException("The scheduled action " + action.scheduledActionName() + " has the time zone "
                    + action.timeZone() + ", which nobody knows here.");
        }
    }

    private static boolean isOf(EnvironmentParts parts, WatchedAlarm alarm) {
        return parts.queueName().filter(alarm::watchesQueue).isPresent()
                || parts.deadLetterQueueName().filter(alarm::watchesQueue).isPresent()
                || parts.group().filter(alarm::concernsGroup).isPresent();
    }

    private static @Nullable Duration seconds(@Nullable Integer count) {
        return count == null ? null : Duration.ofSeconds(count);
    }
}
