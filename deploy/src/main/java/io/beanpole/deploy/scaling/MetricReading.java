package io.beanpole.deploy.scaling;

import io.beanpole.deploy.aws.AwsCall;
import io.beanpole.deploy.scaling.Series.Kind;
import io.beanpole.deploy.scaling.Series.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;

/** The metrics behind the series, read with one GetMetricData. */
final class MetricReading {
    private final CloudWatchClient cloudWatch;

    MetricReading(CloudWatchClient cloudWatch) {
        this.cloudWatch = cloudWatch;
    }

    /** The series of an environment, each with its points in order; a series without data has none. */
    List<Series> series(EnvironmentParts parts, Instant from, Instant to, Duration period) {
        var queries = queries(parts, period);
        var points = new EnumMap<Kind, List<Point>>(Kind.class);
        queries.keySet().forEach(kind -> points.put(kind, new ArrayList<>()));
        if (!queries.isEmpty()) {
            for (var result : results(queries.values(), parts.environmentName(), from, to)) {
                var into = points.get(Kind.valueOf(result.id().toUpperCase(Locale.ROOT)));
                for (int i = 0; into != null && i < result.values().size(); i++) {
                    into.add(new Point(
                            result.timestamps().get(i), result.values().get(i)));
                }
            }
        }
        return points.entrySet().stream()
                .map(entry -> new Series(
                        entry.getKey(),
                        entry.getValue().stream()
                                .sorted(Comparator.comparing(Point::at))
                                .toList()))
                .toList();
    }

    /** A series may come in pieces, one a page. */
    private List<MetricDataResult> results(
            Collection<MetricDataQuery> queries, String environmentName, Instant from, Instant to) {
        return AwsCall.to(
                "read the metrics of " + environmentName,
                () -> cloudWatch
                        .getMetricDataPaginator(request -> request.metricDataQueries(queries)
                                .startTime(from)
                                .endTime(to)
                                .scanBy(ScanBy.TIMESTAMP_ASCENDING))
                        .metricDataResults()
                        .stream()
                        .toList());
    }

    private static Map<Kind, MetricDataQuery> queries(EnvironmentParts parts, Duration period) {
        var queries = new EnumMap<Kind, MetricDataQuery>(Kind.class);
        parts.queueName().ifPresent(queue -> {
            queries.put(Kind.DEPTH, queue(Kind.DEPTH, "ApproximateNumberOfMessagesVisible", queue, period));
            queries.put(Kind.IN_FLIGHT, queue(Kind.IN_FLIGHT, "ApproximateNumberOfMessagesNotVisible", queue, period));
            queries.put(Kind.OLDEST, queue(Kind.OLDEST, "ApproximateAgeOfOldestMessage", queue, period));
        });
        parts.group().ifPresent(group -> {
            queries.put(Kind.DESIRED, group(Kind.DESIRED, "GroupDesiredCapacity", group, period));
            queries.put(Kind.IN_SERVICE, group(Kind.IN_SERVICE, "GroupInServiceInstances", group, period));
        });
        return queries;
    }

    private static MetricDataQuery queue(Kind kind, String metric, String queueName, Duration period) {
        return query(kind, period, new Source("AWS/SQS", metric, "QueueName", queueName));
    }

    private static MetricDataQuery group(Kind kind, String metric, String groupName, Duration period) {
        return query(kind, period, new Source("AWS/AutoScaling", metric, "AutoScalingGroupName", groupName));
    }

    /** Maximum, because a gauge that peaked within a period is what raised an alarm. */
    private static MetricDataQuery query(Kind kind, Duration period, Source source) {
        return MetricDataQuery.builder()
                .id(kind.name().toLowerCase(Locale.ROOT))
                .metricStat(stat -> stat.stat("Maximum")
                        .period(Math.toIntExact(period.toSeconds()))
                        .metric(metric -> metric.namespace(source.namespace)
                                .metricName(source.metric)
                                .dimensions(dimension ->
                                        dimension.name(source.dimension).value(source.value))))
                .build();
    }

    /** Where CloudWatch keeps a metric. */
    private record Source(String namespace, String metric, String dimension, String value) {}
}
