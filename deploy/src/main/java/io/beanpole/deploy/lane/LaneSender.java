package io.beanpole.deploy.lane;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.aws.AwsCall;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** Sends messages as they are: body, attributes, how many. */
public final class LaneSender implements AutoCloseable {
    private static final int BATCH = 10;

    /** SQS takes 1 MiB since 2025, but other clouds and older queues 256 KiB. */
    private static final int BATCH_BYTES = 256 * 1024;

    private final SqsClient sqs;

    public LaneSender(AwsAccess access) {
        sqs = access.client(SqsClient.builder());
    }

    /**
     * Sends a message so many times.
     *
     * @param taken hears the ids that SQS gave, after each batch, also of one that was taken in part
     */
    public void send(QueueTarget target, Message message, int count, Consumer<List<String>> taken) {
        var attributes = message.attributes();
        var values = new HashMap<String, MessageAttributeValue>();
        attributes.forEach((name, value) -> values.put(
                name,
                MessageAttributeValue.builder()
                        .dataType("String")
                        .stringValue(value)
                        .build()));
        var batch = message.batch();
        for (int first = 0; first < count; first += batch) {
            var entries = new ArrayList<SendMessageBatchRequestEntry>();
            for (int i = first; i < Math.min(count, first + batch); i++) {
                var entry = SendMessageBatchRequestEntry.builder()
                        .id("m" + i)
                        .messageBody(message.body())
                        .messageAttributes(values);
                if (target.url().endsWith(".fifo")) {
                    // Each a group and a message of its own: nobody asked for an order.
                    var id = UUID.randomUUID().toString();
                    entry.messageGroupId(id).messageDeduplicationId(id);
                }
                entries.add(entry.build());
            }
            send(target, entries, taken);
        }
    }

    private void send(QueueTarget target, List<SendMessageBatchRequestEntry> entries, Consumer<List<String>> taken) {
        var answer = AwsCall.to(
                "send to the lane " + target.label(),
                () -> sqs.sendMessageBatch(
                        request -> request.queueUrl(target.url()).entries(entries)));
        taken.accept(answer.successful().stream().map(each -> each.messageId()).toList());
        if (!answer.failed().isEmpty()) {
            throw new DeployException("Could not send to the lane " + target.label() + ": "
                    + answer.failed().get(0).message());
        }
    }

    @Override
    public void close() {
        sqs.close();
    }

    /**
     * A message as it is.
     *
     * @param attributes strings, by name
     */
    public record Message(String body, Map<String, String> attributes) {
        public Message {
            attributes = Map.copyOf(attributes);
        }

        /** How many of it one call takes: SQS limits their number and their bytes together. */
        int batch() {
            var bytes = length(body)
                    + attributes.entrySet().stream()
                            .mapToInt(each -> length(each.getKey()) + length("String") + length(each.getValue()))
                            .sum();
            return Math.max(1, Math.min(BATCH, BATCH_BYTES / Math.max(1, bytes)));
        }

        private static int length(String text) {
            return text.getBytes(StandardCharsets.UTF_8).length;
        }
    }

    /** Where a message goes, and what people call that. */
    public record QueueTarget(String label, String url) {}
}
