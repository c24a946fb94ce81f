package io.beanpole.cloud.sqs;

import io.beanpole.cloud.cloudwatch.MetricKey;
import io.beanpole.cloud.cloudwatch.MetricSink;
import io.beanpole.cloud.cloudwatch.MetricSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/**
 * The namespace AWS/SQS: depths and ages of all queues, how many messages moved and how large those were that were sent.
 * A queue that was idle for six hours may go quiet as on AWS, see {@link QueueSleep}. Not there are the metrics of FIFO
 * and fair queues. See the
 * <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html">
 * metrics of SQS</a>.
 */
public final class QueueMetrics implements MetricSource, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(QueueMetrics.class);
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
    private final QueueSleep sleep;

    /**
     * Measures these queues; {@code traffic} is counted elsewhere and taken here.
     *
     * @param sleep which queues go quiet, as on AWS
     */
    public QueueMetrics(Queues queues, QueueTraffic traffic, Clock clock, QueueSleep sleep) {
        this.sqs = SqsClient.builder()
                .endpointOverride(queues.address())
                .region(Region.of(queues.region()))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("metrics", "metrics")))
                .overrideConfiguration(settings -> settings.apiCallTimeout(ANSWERS_WITHIN))
                .build();
        this.traffic = traffic;
        this.clock = clock;
        this.sleep = sleep;
    }

    @Override
    public void measure(Instant at, MetricSink sink) {
        List<String> urls = sqs.listQueuesPaginator().queueUrls().stream().toList();
        List<String> names = urls.stream().map(QueueTraffic::nameIn).toList();
        traffic.keepOnly(names);
        sleep.keepOnly(names);
        Map<String, Instant> oldest = ages.oldest(names);
        for (String url : urls) {
            measure(url, oldest, sink, at);
        }
    }

    private void measure(String url, Map<String, Instant> oldest, MetricSink sink, Instant at) {
        String name = QueueTraffic.nameIn(url);
        Map<String, Double> depths = depths(url);
        QueueTraffic.Counts counts = traffic.of(name);
        boolean isCalled = counts.takeCalls() > 0;
        boolean isActive = isCalled || depths.values().stream().anyMatch(depth -> depth > 0);
        if (depths.isEmpty() || !sleep.isAwake(name, isActive, clock.instant())) {
            return;
        }
        Gauge gauge = new Gauge(sink, Map.of("QueueName", name), at);
        depths.forEach((metric, depth) -> gauge.put(metric, depth, "Count"));
        gauge.put("ApproximateAgeOfOldestMessage", ageOf(oldest, name), "Seconds");
        moved(counts, gauge);
    }

    /** The place where the values of one queue go. */
    private record Gauge(MetricSink sink, Map<String, String> dimensions, Instant at) {
        void put(String metric, double value, String unit) {
            sink.put(MetricKey.of(NAMESPACE, metric, dimensions), at, value, unit);
        }
    }

    /** Empty when the queue has just gone, or could not be asked; the others are asked all the same. */
    private Map<String, Double> depths(String url) {
        try {
            Map<QueueAttributeName, String> attributes = sqs.getQueueAttributes(
                            get -> get.queueUrl(url).attributeNames(DEPTHS.values()))
                    .attributes();
            Map<String, Double> depths = new HashMap<>();
            DEPTHS.forEach((metric, attribute) ->
                    depths.put(metric, Double.parseDouble(attributes.getOrDefault(attribute, "0"))));
            return depths;
        } catch (QueueDoesNotExistException e) {
            return Map.of();
        } catch (SdkException e) {
            LOG.warn("{} has no points this time", url, e);
            return Map.of();
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
        MetricKey sizes = MetricKey.of(NAMESPACE, "SentMessageSize", gauge.dimensions());
        counts.takeSizes().forEach((size, times) -> gauge.sink().put(sizes, gauge.at(), size, times, "Bytes"));
    }

    @Override
    public void close() {
        sqs.close();
    }
}
