package io.beanpole.cloud.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.Headers;
import io.beanpole.cloud.wire.WireRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

class QueueMetricsTest {
    private static final URI ENDPOINT = URI.create("http://127.0.0.1:4566");

    @TempDir
    private Path directory;

    private final QueueTraffic traffic = new QueueTraffic();
    private Queues queues;
    private SqsClient sqs;
    private String url;

    @BeforeEach
    void start() {
        queues = Queues.start(directory, ENDPOINT, "us-east-1", "000000000000");
        sqs = SqsClient.builder()
                .endpointOverride(queues.address())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "b")))
                .overrideConfiguration(settings -> settings.addExecutionInterceptor(traffic))
                .build();
        String name = "jobs-" + System.nanoTime();
        url = sqs.createQueue(create -> create.queueName(name)).queueUrl();
    }

    @AfterEach
    void stop() {
        sqs.close();
        queues.close();
    }

    /** The metrics of the queue, measured {@code later} than now. */
    private Map<String, Double> measured(Duration later) {
        Map<String, Double> values = new HashMap<>();
        Clock clock = Clock.offset(Clock.systemUTC(), later);
        try (QueueMetrics metrics = new QueueMetrics(queues, traffic, clock, new QueueSleep(false))) {
            metrics.measure(Instant.EPOCH, (metric, at, value, unit) -> {
                assertThat(metric.namespace()).isEqualTo("AWS/SQS");
                if (metric.dimensions().equals(Map.of("QueueName", QueueTraffic.nameIn(url)))) {
                    values.put(metric.name(), value);
                }
            });
        }
        return values;
    }

    private void send(String body) {
        sqs.sendMessage(send -> send.queueUrl(url).messageBody(body));
    }

    @Test
    void anEmptyQueueHasZeros() {
        assertThat(measured(Duration.ZERO))
                .containsKeys(
                        "ApproximateNumberOfMessagesVisible",
                        "ApproximateNumberOfMessagesNotVisible",
                        "ApproximateNumberOfMessagesDelayed",
                        "ApproximateAgeOfOldestMessage",
                        "NumberOfMessagesSent",
                        "NumberOfMessagesReceived",
                        "NumberOfMessagesDeleted")
                .allSatisfy((name, value) -> assertThat(value).as(name).isZero());
    }

    @Test
    void depthsAndTheAgeOfTheOldestMessageAreMeasured() {
        send("first");
        send("second");
        sqs.sendMessage(send -> send.queueUrl(url).messageBody("later").delaySeconds(600));
        sqs.receiveMessage(receive -> receive.queueUrl(url).visibilityTimeout(600));

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(measured(Duration.ofMinutes(5)))
                        .containsEntry("ApproximateNumberOfMessagesVisible", 1.0)
                        .containsEntry("ApproximateNumberOfMessagesNotVisible", 1.0)
                        .containsEntry("ApproximateNumberOfMessagesDelayed", 1.0)
                        .hasEntrySatisfying(
                                "ApproximateAgeOfOldestMessage",
                                age -> assertThat(age).isBetween(299.0, 330.0)));
    }

    @Test
    void aMessageThatWasReceivedThreeTimesNoLongerCountsForTheAge() {
        send("poison");
        for (int i = 0; i < 3; i++) {
            List<Message> received = sqs.receiveMessage(receive ->
                            receive.queueUrl(url).visibilityTimeout(0).waitTimeSeconds(2))
                    .messages();
            assertThat(received).hasSize(1);
        }

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(measured(Duration.ofMinutes(5)))
                        .containsEntry("ApproximateNumberOfMessagesVisible", 1.0)
                        .containsEntry("ApproximateAgeOfOldestMessage", 0.0));
    }

    @Test
    void messagesThatMovedAreCountedOnce() {
        measured(Duration.ZERO);
        answered("SendMessage", "{\"QueueUrl\":\"" + url + "\",\"MessageBody\":\"x\"}");
        answered("SendMessageBatch", "{\"QueueUrl\":\"" + url + "\",\"Entries\":[{},{},{}]}");
        answered("ListQueues", "{}");
        send("x");
        Message message =
                sqs.receiveMessage(receive -> receive.queueUrl(url)).messages().get(0);
        sqs.deleteMessage(delete -> delete.queueUrl(url).receiptHandle(message.receiptHandle()));
        sqs.receiveMessage(receive -> receive.queueUrl(url));

        assertThat(measured(Duration.ZERO))
                .containsEntry("NumberOfMessagesSent", 5.0)
                .containsEntry("NumberOfMessagesReceived", 1.0)
                .containsEntry("NumberOfMessagesDeleted", 1.0)
                .containsEntry("NumberOfEmptyReceives", 1.0);
        assertThat(measured(Duration.ZERO)).containsEntry("NumberOfMessagesSent", 0.0);
    }

    @Test
    void whatIsSentBehindTheEndpointIsCountedWithItsSize() {
        measured(Duration.ZERO);

        sqs.sendMessageBatch(batch -> batch.queueUrl(url)
                .entries(
                        entry -> entry.id("a").messageBody("four"),
                        entry -> entry.id("b").messageBody("four"),
                        entry -> entry.id("c").messageBody("x").delaySeconds(100_000)));

        assertThat(measured(Duration.ZERO)).containsEntry("NumberOfMessagesSent", 2.0);
    }

    private void answered(String action, String body) {
        Headers headers = new Headers();
        headers.set("X-Amz-Target", "AmazonSQS." + action);
        traffic.answered(new WireRequest("POST", URI.create("/"), headers, body.getBytes(StandardCharsets.UTF_8)));
    }
}
