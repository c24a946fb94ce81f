package io.beanpole.deploy.lane;

import io.beanpole.deploy.metric.MetricValues;
import io.beanpole.deploy.metric.QueueMetric;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;

/** How long the oldest message of each queue has been there; only CloudWatch knows, SQS itself doesn't tell. */
final class LaneAges {
    /** Long enough for AWS, whose SQS metrics arrive a few minutes late. */
    private static final Duration BACK = Duration.ofMinutes(5);

    private static final String AGE = "q";

    private final MetricValues values;
    private final Duration period;
    private final Clock clock;

    LaneAges(CloudWatchClient cloudWatch, Duration period, Clock clock) {
        this.values = new MetricValues(cloudWatch);
        this.period = period;
        this.clock = clock;
    }

    /** The newest age by queue name; a queue that CloudWatch has nothing new of is missing. */
    Map<String, Duration> of(List<String> queueNames) {
        var queries = IntStream.range(0, queueNames.size())
                .mapToObj(i -> QueueMetric.OLDEST.of(queueNames.get(i), AGE + i, period))
                .toList();
        var now = clock.instant();
        var newest = values.newest("read the age of the oldest messages", queries, now.minus(BACK), now);
        var ages = new HashMap<String, Duration>();
        newest.forEach((id, seconds) -> ages.put(
                queueNames.get(Integer.parseInt(id.substring(AGE.length()))), Duration.ofSeconds(Math.round(seconds))));
        return ages;
    }
}
