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
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;

/** How fast queues fill and drain, from CloudWatch's counts of sent and deleted messages. */
final class LaneFlows {
    private static final String SENT = "NumberOfMessagesSent";
    private static final String DELETED = "NumberOfMessagesDeleted";
    /** Two queries a queue, and 500 in one call. */
    private static final int MOST_QUEUES = 250;

    private final CloudWatchClient cloudWatch;
    private final Duration period;

    LaneFlows(CloudWatchClient cloudWatch, Duration period) {
        this.cloudWatch = cloudWatch;
        this.period = period;
    }

    /** The flow by queue name, over the last five periods that have data; a queue without data is missing. */
    Map<String, LaneFlow> of(List<String> queueNames) {
        var flows = new HashMap<String, LaneFlow>();
        for (int i = 0; i < queueNames.size(); i += MOST_QUEUES) {
            flows.putAll(ofSome(queueNames.subList(i, Math.min(queueNames.size(), i + MOST_QUEUES))));
        }
        return flows;
    }

    private Map<String, LaneFlow> ofSome(List<String> queueNames) {
        var queries = new ArrayList<MetricDataQuery>();
        for (int i = 0; i < queueNames.size(); i++) {
            queries.add(query("s" + i, SENT, queueNames.get(i)));
            queries.add(query("d" + i, DELETED, queueNames.get(i)));
        }
        var now = Instant.now();
        // SQS's metrics arrive a few minutes late.
        var from = now.minus(period.multipliedBy(8));
        var rates = new HashMap<String, Double>();
        AwsCall.to(
                        "read how fast the lanes fill and drain",
                        () -> cloudWatch
                                .getMetricData(request -> request.metricDataQueries(queries)
                                        .startTime(from)
                                        .endTime(now))
                                .metricDataResults())
                .forEach(result -> perMinute(result, rates));
        var flows = new HashMap<String, LaneFlow>();
        for (int i = 0; i < queueNames.size(); i++) {
            var sent = rates.get("s" + i);
            var deleted = rates.get("d" + i);
            if (sent != null || deleted != null) {
                flows.put(queueNames.get(i), new LaneFlow(sent == null ? 0 : sent, deleted == null ? 0 : deleted));
            }
        }
        return flows;
    }

    private void perMinute(MetricDataResult result, Map<String, Double> rates) {
        if (!result.values().isEmpty()) {
            var sum = result.values().stream().mapToDouble(Double::doubleValue).sum();
            rates.put(result.id(), sum * 60 / (result.values().size() * (double) period.toSeconds()));
        }
    }

    private MetricDataQuery query(String id, String metric, String queueName) {
        return MetricDataQuery.builder()
                .id(id)
                .metricStat(stat -> stat.stat("Sum")
                        .period(Math.toIntExact(period.toSeconds()))
                        .metric(each -> each.namespace("AWS/SQS")
                                .metricName(metric)
                                .dimensions(
                                        dimension -> dimension.name("QueueName").value(queueName))))
                .build();
    }
}
