package io.beanpole.cloud.sqs;

import io.beanpole.cloud.cloudwatch.MetricKey;
import io.beanpole.cloud.cloudwatch.MetricSink;
import io.beanpole.cloud.cloudwatch.MetricSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/**
 * The namespace AWS/SQS: depths and ages of all queues, and how many messages moved. An empty queue has zeros here for
 * as long as it stands; AWS lets a queue that was idle for six hours go quiet, which is not imitated yet. See the
 * <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html">
 * metrics of SQS</a>.
 */
public final class QueueMetrics implements MetricSource, AutoCloseable {
    private static final String NAMESPACE = "AWS/SQS";
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(5);
    private static final Map<String, QueueAttributeName> DEPTHS = Map.of(
            "ApproximateNumberOfMessagesVisible", QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
            "ApproximateNumberOfMessagesNotVisible", QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
            "ApproximateNumberOfMessagesDelayed", QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED);

    private final SqsClient sqs;
    private final MessageAges ages = new MessageAges();
    private final QueueTraffic traffic;
    private final Clock clock;

    /** Measures these queues; {@code traffic} is counted elsewhere and taken here. */
    public QueueMetrics(Queues queues, QueueTraffic traffic, Clock clock) {
        this.sqs = SqsClient.builder()
                .endpointOverride(queues.address())
                .region(Region.of(queues.region()))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("metrics", "metrics")))
                .overrideConfiguration(settings -> settings.apiCallTimeout(ANSWERS_WITHIN))
                .build();
        this.traffic = traffic;
        this.clock = clock;
    }

    @Override
    public void measure(Instant at, MetricSink sink) {
        List<String> urls = sqs.listQueuesPaginator().queueUrls().stream().toList();
        Map<String, Instant> oldest =
                ages.oldest(urls.stream().map(QueueTraffic::nameIn).toList());
        for (String url : urls) {
            String name = QueueTraffic.nameIn(url);
            Gauge gauge = new Gauge(sink, Map.of("QueueName", name), at);
            if (depths(url, gauge)) {
                gauge.put("ApproximateAgeOfOldestMessage", ageOf(oldest, name), "Seconds");
                moved(traffic.of(name), gauge);
            }
        }
    }

    /** The place where the values of one queue go. */
    private record Gauge(MetricSink sink, Map<String, String> dimensions, Instant at) {
        void put(String metric, double value, String unit) {
            sink.put(MetricKey.of(NAMESPACE, metric, dimensions), at, value, unit);
        }
    }

    /** False when the queue has just gone. */
    private boolean depths(String url, Gauge gauge) {
        try {
            Map<QueueAttributeName, String> attributes = sqs.getQueueAttributes(
                            get -> get.queueUrl(url).attributeNames(DEPTHS.values()))
                    .attributes();
            DEPTHS.forEach((metric, attribute) ->
                    gauge.put(metric, Double.parseDouble(attributes.getOrDefault(attribute, "0")), "Count"));
            return true;
        } catch (QueueDoesNotExistException e) {
            return false;
        }
    }

    private double ageOf(Map<String, Instant> oldest, String queue) {
        Instant sent = oldest.get(queue);
        return sent == null
                ? 0
                : Math.max(0, Duration.between(sent, clock.instant()).toSeconds());
    }

    private static void moved(QueueTraffic.Counts counts, Gauge gauge) {
        gauge.put("NumberOfMessagesSent", counts.takeSent(), "Count");
        gauge.put("NumberOfMessagesReceived", counts.takeReceived(), "Count");
        gauge.put("NumberOfMessagesDeleted", counts.takeDeleted(), "Count");
        gauge.put("NumberOfEmptyReceives", counts.takeEmptyReceives(), "Count");
    }

    @Override
    public void close() {
        sqs.close();
    }
}
