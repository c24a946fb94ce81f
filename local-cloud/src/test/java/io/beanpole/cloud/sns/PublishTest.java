package io.beanpole.cloud.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.cloud.StateFile;
import io.beanpole.cloud.sns.PublishApi.Wanted;
import io.beanpole.cloud.sqsd.RealQueue;
import io.beanpole.cloud.wire.AwsError;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.Tag;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** Publishing to queues of a real ElasticMQ. */
class PublishTest {
    private static final URI ENDPOINT = URI.create("http://127.0.0.1:4566");
    private static final String TOPIC = "arn:aws:sns:us-east-1:000000000000:news";

    private static RealQueue queues;
    private static SqsClient sqs;

    @TempDir
    private Path directory;

    private Topics topics;
    private Deliveries deliveries;
    private PublishApi publish;
    private String url;

    @BeforeAll
    static void startQueues() throws IOException {
        queues = new RealQueue();
        sqs = queues.sqs;
    }

    @AfterAll
    static void stopQueues() {
        queues.close();
    }

    @BeforeEach
    void start() {
        topics = new Topics(new StateFile<>(directory.resolve("topics.json"), Topics.Kept.class));
        topics.create(new Topic(TOPIC, Map.of(), Map.of()));
        deliveries = new Deliveries(sqs, ENDPOINT);
        publish = new PublishApi(topics, deliveries);
        url = sqs.createQueue(create -> create.queueName("heard-" + System.nanoTime()))
                .queueUrl();
    }

    @AfterEach
    void stop() {
        deliveries.close();
    }

    @Test
    void aPolicyThatWasKeptAndCannotBeFollowedKeepsTheMessageFromNobodyElse() {
        subscribe("broken", url + "-other", Map.of("FilterPolicy", "{\"a\":[{}]}"));
        subscribe("sound", url, Map.of("RawMessageDelivery", "true"));

        publish.publish(new Wanted(TOPIC, null, "hello", null, Map.of("a", text("String", "b"))));

        assertThat(heard()).extracting(Message::body).containsExactly("hello");
    }

    @ParameterizedTest
    @CsvSource({"Number, cheap", "Number, NaN", "Number.float, 1d", "Colour, red", "String.Array, red", "String, ''"})
    void anAttributeThatIsNotOfItsTypeIsRefusedBeforeAnyDelivery(String type, String value) {
        Wanted wanted = new Wanted(TOPIC, null, "hello", null, Map.of("a", text(type, value)));

        assertThatThrownBy(() -> publish.publish(wanted))
                .isInstanceOfSatisfying(
                        AwsError.class, e -> assertThat(e.code()).isEqualTo("ParameterValueInvalid"))
                .hasMessageContaining("message attribute 'a'");
    }

    @Test
    void aStructuredMessageHasItsOwnFormForEachProtocol() {
        subscribe("own", url, Map.of("RawMessageDelivery", "true"));

        publish.publish(new Wanted(TOPIC, null, "{\"default\":\"for all\",\"sqs\":\"for queues\"}", "json", Map.of()));
        assertThat(heard()).extracting(Message::body).containsExactly("for queues");

        publish.publish(new Wanted(TOPIC, null, "{\"default\":\"for all\",\"http\":\"for URLs\"}", "json", Map.of()));
        assertThat(heard()).extracting(Message::body).containsExactly("for all");
    }

    @ParameterizedTest
    @CsvSource({"'{\"sqs\":\"x\"}', json", "hello, json", "'{\"default\":\"x\"}', xml"})
    void aStructureThatIsNoneIsRefused(String message, String structure) {
        assertThatThrownBy(() -> publish.publish(new Wanted(TOPIC, null, message, structure, Map.of())))
                .isInstanceOf(AwsError.class)
                .hasMessageContaining("Invalid parameter: Message Structure - ");
    }

    @Test
    void aTagThatComesTwiceIsRefused() {
        Tag tag = Tag.builder().key("team").value("a").build();

        assertThat(TagsApi.read(List.of(tag))).containsExactly(Map.entry("team", "a"));
        assertThatThrownBy(() -> TagsApi.read(List.of(tag, tag))).hasMessageContaining("Duplicate keys not allowed");
    }

    private void subscribe(String id, String queueUrl, Map<String, String> attributes) {
        String name = queueUrl.substring(queueUrl.lastIndexOf('/') + 1);
        topics.subscribe(new Subscription(
                TOPIC + ":" + id, TOPIC, "sqs", "arn:aws:sqs:us-east-1:000000000000:" + name, attributes, "t", true));
    }

    private static MessageAttributeValue text(String type, String value) {
        return MessageAttributeValue.builder().dataType(type).stringValue(value).build();
    }

    private List<Message> heard() {
        List<Message> heard = sqs.receiveMessage(
                        receive -> receive.queueUrl(url).waitTimeSeconds(10))
                .messages();
        heard.forEach(each -> sqs.deleteMessage(delete -> delete.queueUrl(url).receiptHandle(each.receiptHandle())));
        return heard;
    }
}
