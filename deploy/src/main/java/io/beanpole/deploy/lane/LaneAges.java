package io.beanpole.deploy.lane;

import io.beanpole.deploy.aws.AwsCall;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;

/** How long the oldest message of each queue has been there; only CloudWatch knows, SQS itself doesn't tell. */
final class LaneAges {
    /** Long enough for AWS, whose SQS metrics arrive a few minutes late. */
    private static final Duration BACK = Duration.ofMinutes(5);

    /** The most queries that one GetMetricData takes. */
    private static final int MOST_QUERIES = 500;

    private final CloudWatchClient cloudWatch;
    private final Duration period;

    LaneAges(CloudWatchClient cloudWatch, Duration period) {
        this.cloudWatch = cloudWatch;
        this.period = period;
    }

    /** The newest age by queue name; a queue that CloudWatch has nothing new of is missing. */
    Map<String, Duration> of(List<String> queueNames) {
        var ages = new HashMap<String, Duration>();
        for (int i = 0; i < queueNames.size(); i += MOST_QUERIES) {
            ages.putAll(ofSome(queueNames.subList(i, Math.min(queueNames.size(), i + MOST_QUERIES))));
        }
        return ages;
    }

    private Map<String, Duration> ofSome(List<String> queueNames) {
        var queries = new ArrayList<MetricDataQuery>();
        for (int i = 0; i < queueNames.size(); i++) {
            queries.add(query("q" + i, queueNames.get(i)));
        }
        var now = Instant.now();
        var results = AwsCall.to(
                "read the age of the oldest messages",
                () -> cloudWatch
                        .getMetricDataPaginator(request -> request.metricDataQueries(queries)
                                .startTime(now.minus(BACK))
                                .endTime(now)
                                .scanBy(ScanBy.TIMESTAMP_DESCENDING))
                        .metricDataResults()
                        .stream()
                        .toList());
        var ages = new HashMap<String, Duration>();
        for (var result : results) {
            if (!result.values().isEmpty()) {
                var queue = queueNames.get(Integer.parseInt(result.id().substring(1)));
                // Later pages hold older points.
                ages.putIfAbsent(
                        queue, Duration.ofSeconds(Math.round(result.values().get(0))));
            }
        }
        return ages;
    }

    private MetricDataQuery query(String id, String queueName) {
        return MetricDataQuery.builder()
                .id(id)
                .metricStat(stat -> stat.stat("Maximum")
                        .period(Math.toIntExact(period.toSeconds()))
                        .metric(metric -> metric.namespace("AWS/SQS")
                                .metricName("ApproximateAgeOfOldestMessage")
                                .dimensions(
                                        dimension -> dimension.name("QueueName").value(queueName))))
                .build();
    }
}
