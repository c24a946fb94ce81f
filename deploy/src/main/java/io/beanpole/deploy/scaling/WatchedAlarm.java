package io.beanpole.deploy.scaling;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;

/** A CloudWatch alarm, and what it watches over. */
public final class WatchedAlarm {
    private static final Map<String, String> SIGNS = Map.of(
            "GreaterThanOrEqualToThreshold", ">=",
            "GreaterThanThreshold", ">",
            "LessThanThreshold", "<",
            "LessThanOrEqualToThreshold", "<=");

    private final MetricAlarm alarm;

    /** An alarm as CloudWatch describes it. */
    public WatchedAlarm(MetricAlarm alarm) {
        this.alarm = alarm;
    }

    public String name() {
        return alarm.alarmName();
    }

    /** Whether its metric, or one in its expression, is of this queue. */
    public boolean watchesQueue(String queueName) {
        return dimensions().anyMatch(of("QueueName", queueName));
    }

    /** Whether its metric is of this Auto Scaling group, or it runs one of the group's policies. */
    public boolean concernsGroup(String groupName) {
        return dimensions().anyMatch(of("AutoScalingGroupName", groupName))
                || alarm.alarmActions().stream()
                        .anyMatch(action -> action.contains(":autoScalingGroupName/" + groupName + ":"));
    }

    /** The alarm as a person reads it. */
    public AlarmSummary summary() {
        int periods = orElse(alarm.evaluationPeriods(), 1);
        return new AlarmSummary(
                alarm.alarmName(),
                alarm.stateValueAsString(),
                orElse(alarm.stateReason(), ""),
                orElse(orElse(alarm.stateTransitionedTimestamp(), alarm.stateUpdatedTimestamp()), Instant.EPOCH),
                metric(),
                SIGNS.getOrDefault(String.valueOf(alarm.comparisonOperatorAsString()), "outside"),
                orElse(alarm.threshold(), Double.NaN),
                period(),
                orElse(alarm.datapointsToAlarm(), periods),
                periods,
                orElse(alarm.treatMissingData(), "missing"),
                actions());
    }

    private String metric() {
        return alarm.metricName() != null
                ? alarm.metricName()
                : result().map(WatchedAlarm::text).orElse("");
    }

    private Duration period() {
        if (alarm.period() != null) {
            return Duration.ofSeconds(alarm.period());
        }
        var seconds = Stream.concat(result().stream(), alarm.metrics().stream())
                .map(query -> query.metricStat() == null
                        ? query.period()
                        : query.metricStat().period())
                .filter(Objects::nonNull)
                .findFirst();
        return Duration.ofSeconds(seconds.orElse(0));
    }

    /** The query whose result is compared: the one that says returnData, which is the default of that field. */
    private Optional<MetricDataQuery> result() {
        return alarm.metrics().stream()
                .filter(query -> orElse(query.returnData(), true))
                .findFirst();
    }

    private static String text(MetricDataQuery query) {
        return query.expression() != null
                ? query.expression()
                : query.metricStat().metric().metricName();
    }

    private List<String> actions() {
        if (Boolean.FALSE.equals(alarm.actionsEnabled())) {
            return List.of();
        }
        return alarm.alarmActions().stream().map(WatchedAlarm::nameOfAction).toList();
    }

    /** A policy's ARN ends in {@code policyName/NAME}, a topic's in {@code :NAME}. */
    static String nameOfAction(String arn) {
        var policy = arn.lastIndexOf(":policyName/");
        return policy < 0 ? arn.substring(arn.lastIndexOf(':') + 1) : arn.substring(policy + ":policyName/".length());
    }

    private Stream<Dimension> dimensions() {
        var ofMath = alarm.metrics().stream()
                .filter(query -> query.metricStat() != null)
                .flatMap(query -> query.metricStat().metric().dimensions().stream());
        return Stream.concat(alarm.dimensions().stream(), ofMath);
    }

    private static Predicate<Dimension> of(String name, String value) {
        return dimension -> name.equals(dimension.name()) && value.equals(dimension.value());
    }

    private static <T> T orElse(T value, T otherwise) {
        return value == null ? otherwise : value;
    }
}
