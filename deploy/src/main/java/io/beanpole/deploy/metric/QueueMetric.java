package io.beanpole.deploy.metric;

import java.time.Duration;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;

/** What SQS tells CloudWatch of a queue, with the statistic that says something of it. */
public enum QueueMetric {
    VISIBLE("ApproximateNumberOfMessagesVisible", Kind.GAUGE),
    IN_FLIGHT("ApproximateNumberOfMessagesNotVisible", Kind.GAUGE),
    OLDEST("ApproximateAgeOfOldestMessage", Kind.GAUGE),
    SENT("NumberOfMessagesSent", Kind.COUNT),
    DELETED("NumberOfMessagesDeleted", Kind.COUNT);

    private final String metricName;
    private final Kind kind;

    QueueMetric(String metricName, Kind kind) {
        this.metricName = metricName;
        this.kind = kind;
    }

    /**
     * Asks for it.
     *
     * @param id by which the answer is known; small letters, digits and underscores
     */
    public MetricDataQuery of(String queueName, String id, Duration period) {
        return MetricDataQuery.builder()
                .id(id)
                .metricStat(stat -> stat.stat(kind.statistic)
                        .period(Math.toIntExact(period.toSeconds()))
                        .metric(metric -> metric.namespace("AWS/SQS")
                                .metricName(metricName)
                                .dimensions(
                                        dimension -> dimension.name("QueueName").value(queueName))))
                .build();
    }

    /** A gauge that peaked within a period is what raised an alarm, and what somebody wants to have seen. */
    private enum Kind {
        GAUGE("Maximum"),
        COUNT("Sum");

        private final String statistic;

        Kind(String statistic) {
            this.statistic = statistic;
        }
    }
}
