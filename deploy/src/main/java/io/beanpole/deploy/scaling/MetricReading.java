package io.beanpole.deploy.scaling;

import io.beanpole.deploy.metric.MetricValues;
import io.beanpole.deploy.metric.QueueMetric;
import io.beanpole.deploy.scaling.Series.Kind;
import io.beanpole.deploy.scaling.Series.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;

/** The metrics behind the series, read with one GetMetricData. */
final class MetricReading {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String GROUPS = "AWS/AutoScaling";

    private static final Map<Kind, QueueMetric> OF_QUEUE = Map.of(
            Kind.DEPTH, QueueMetric.VISIBLE,
            Kind.IN_FLIGHT, QueueMetric.IN_FLIGHT,
            Kind.OLDEST, QueueMetric.OLDEST,
            Kind.SENT, QueueMetric.SENT,
            Kind.DELETED, QueueMetric.DELETED);

    private final CloudWatchClient cloudWatch;
    private final ProtectionMetric protection;

    /** @param protection by which the application tells how many instances it protects */
    MetricReading(CloudWatchClient cloudWatch, ProtectionMetric protection) {
        this.cloudWatch = cloudWatch;
        this.protection = protection;
    }

    /** The series of an environment, each with its points in order; a series without data has none. */
    List<Series> series(EnvironmentParts parts, Instant from, Instant to, Duration period) {
        var queries = queries(parts, period);
        var values = new MetricValues(cloudWatch)
                .read("read the metrics of " + parts.environmentName(), List.copyOf(queries.values()), from, to);
        return queries.keySet().stream()
                .map(kind -> new Series(
                        kind,
                        values.getOrDefault(id(kind), Collections.emptyNavigableMap()).entrySet().stream()
                                .filter(point -> isWhole(kind, point.getKey(), to, period))
                                .map(point -> new Point(point.getKey(), perMinute(kind, point.getValue(), period)))
                                .toList()))
                .toList();
    }

    private Map<Kind, MetricDataQuery> queries(EnvironmentParts parts, Duration period) {
        var queries = new EnumMap<Kind, MetricDataQuery>(Kind.class);
        parts.queueName()
                .ifPresent(queue -> OF_QUEUE.forEach(
                        (kind, metric) -> queries.put(kind, metric.of(queue, id(kind), periodOf(kind, period)))));
        parts.group().ifPresent(group -> {
            queries.put(Kind.DESIRED, query(Kind.DESIRED, period, GROUPS, "GroupDesiredCapacity", group));
            queries.put(Kind.IN_SERVICE, query(Kind.IN_SERVICE, period, GROUPS, "GroupInServiceInstances", group));
            queries.put(
                    Kind.PROTECTED, query(Kind.PROTECTED, period, protection.namespace(), protection.name(), group));
        });
        return queries;
    }

    /** The maximum of a gauge, because one that peaked within a period is what raised an alarm; the sum of a count. */
    private static MetricDataQuery query(Kind kind, Duration period, String namespace, String name, String group) {
        return MetricDataQuery.builder()
                .id(id(kind))
                .metricStat(stat -> stat.stat(isCounted(kind) ? "Sum" : "Maximum")
                        .period(Math.toIntExact(periodOf(kind, period).toSeconds()))
                        .metric(metric -> metric.namespace(namespace)
                                .metricName(name)
                                .dimensions(dimension ->
                                        dimension.name("AutoScalingGroupName").value(group))))
                .build();
    }

    private static String id(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** Counts are told a minute at a time at the finest: a minute's share of them is what a rate is. */
    static Duration periodOf(Kind kind, Duration period) {
        return isCounted(kind) && period.compareTo(MINUTE) < 0 ? MINUTE : period;
    }

    /** Each protected instance counts 1 a minute, so that the sum of a minute is how many they are. */
    private static boolean isCounted(Kind kind) {
        return kind == Kind.SENT || kind == Kind.DELETED || kind == Kind.PROTECTED;
    }

    /** What was counted in a minute that is not over is no minute's count: it would be read as a fall. */
    static boolean isWhole(Kind kind, Instant begin, Instant now, Duration period) {
        return !isCounted(kind) || !begin.plus(periodOf(kind, period)).isAfter(now);
    }

    /** A count as a minute's share of it. */
    private static double perMinute(Kind kind, double value, Duration period) {
        return isCounted(kind)
                ? value * MINUTE.toMillis() / periodOf(kind, period).toMillis()
                : value;
    }
}
