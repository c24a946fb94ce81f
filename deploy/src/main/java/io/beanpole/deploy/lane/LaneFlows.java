package io.beanpole.deploy.lane;

import io.beanpole.deploy.metric.MetricValues;
import io.beanpole.deploy.metric.QueueMetric;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;

/** How fast queues fill and drain, from CloudWatch's counts of sent and deleted messages. */
final class LaneFlows {
    /** SQS's metrics arrive a few minutes late. */
    private static final int PERIODS_BACK = 8;

    private static final String SENT = "s";
    private static final String DELETED = "d";

    private final MetricValues values;
    private final Duration period;
    private final Clock clock;

    LaneFlows(CloudWatchClient cloudWatch, Duration period, Clock clock) {
        this.values = new MetricValues(cloudWatch);
        this.period = period;
        this.clock = clock;
    }

    /** The flow by queue name, over the last few periods that have data; a queue without data is missing. */
    Map<String, LaneFlow> of(List<String> queueNames) {
        var queries = new ArrayList<MetricDataQuery>();
        for (int i = 0; i < queueNames.size(); i++) {
            queries.add(QueueMetric.SENT.of(queueNames.get(i), SENT + i, period));
            queries.add(QueueMetric.DELETED.of(queueNames.get(i), DELETED + i, period));
        }
        var now = clock.instant();
        var from = now.minus(period.multipliedBy(PERIODS_BACK));
        var counts = values.read("read how fast the lanes fill and drain", queries, from, now);
        var flows = new HashMap<String, LaneFlow>();
        for (int i = 0; i < queueNames.size(); i++) {
            var sent = counts.getOrDefault(SENT + i, Collections.emptyNavigableMap());
            var deleted = counts.getOrDefault(DELETED + i, Collections.emptyNavigableMap());
            if (!sent.isEmpty() || !deleted.isEmpty()) {
                flows.put(queueNames.get(i), new LaneFlow(perMinute(sent), perMinute(deleted)));
            }
        }
        return flows;
    }

    private double perMinute(Map<Instant, Double> counts) {
        var mean = counts.values().stream().mapToDouble(Double::doubleValue).average();
        return mean.orElse(0) * 60 / period.toSeconds();
    }
}
