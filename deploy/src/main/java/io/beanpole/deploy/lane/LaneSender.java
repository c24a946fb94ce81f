package io.beanpole.deploy.lane;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.aws.AwsCall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** Sends messages as they are: body, attributes, how many. */
public final class LaneSender implements AutoCloseable {
    private static final int BATCH = 10;

    private final SqsClient sqs;

    public LaneSender(AwsAccess access) {
        sqs = access.client(SqsClient.builder());
    }

    /**
     * Sends a message so many times.
     *
     * @param attributes strings, by name
     * @return the ids that SQS gave
     */
    public List<String> send(QueueTarget target, String body, Map<String, String> attributes, int count) {
        var values = new HashMap<String, MessageAttributeValue>();
        attributes.forEach((name, value) -> values.put(
                name,
                MessageAttributeValue.builder()
                        .dataType("String")
                        .stringValue(value)
                        .build()));
        var ids = new ArrayList<String>();
        while (ids.size() < count) {
            var entries = new ArrayList<SendMessageBatchRequestEntry>();
            for (int i = ids.size(); i < Math.min(count, ids.size() + BATCH); i++) {
                var entry = SendMessageBatchRequestEntry.builder()
                        .id("m" + i)
                        .messageBody(body)
                        .messageAttributes(values);
                if (target.url().endsWith(".fifo")) {
                    // Each a group and a message of its own: nobody asked for an order.
                    var id = UUID.randomUUID().toString();
                    entry.messageGroupId(id).messageDeduplicationId(id);
                }
                entries.add(entry.build());
            }
            ids.addAll(send(target, entries));
        }
        return ids;
    }

    private List<String> send(QueueTarget target, List<SendMessageBatchRequestEntry> entries) {
        var answer = AwsCall.to(
                "send to the lane " + target.label(),
                () -> sqs.sendMessageBatch(
                        request -> request.queueUrl(target.url()).entries(entries)));
        if (!answer.failed().isEmpty()) {
            throw new DeployException("Could not send to the lane " + target.label() + ": "
                    + answer.failed().get(0).message());
        }
        return answer.successful().stream().map(each -> each.messageId()).toList();
    }

    @Override
    public void close() {
        sqs.close();
    }

    /** Where a message goes, and what people call that. */
    public record QueueTarget(String label, String url) {}
}
