package io.beanpole.deploy.deadletter;

import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.aws.AwsCall;
import io.beanpole.deploy.aws.CallException;
import io.beanpole.deploy.aws.Trouble;
import io.beanpole.deploy.lane.QueuePair;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** Dead letters in SQS. */
public final class SqsLetters implements LetterQueue, AutoCloseable {
    private static final int LONG_POLL_SECONDS = 1;
    private static final List<QueueAttributeName> COUNTS = List.of(
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED);

    private final SqsClient sqs;
    private final QueuePair pair;

    public SqsLetters(AwsAccess access, QueuePair pair) {
        sqs = access.client(SqsClient.builder());
        this.pair = pair;
    }

    @Override
    public List<HeldLetter> receive(Duration hold) {
        return AwsCall.to(
                "look at the dead letters of " + pair.label(),
                () -> sqs
                        .receiveMessage(request -> request.queueUrl(pair.deadLetterUrl())
                                .maxNumberOfMessages(BATCH)
                                .waitTimeSeconds(LONG_POLL_SECONDS)
                                .visibilityTimeout(Math.toIntExact(hold.toSeconds()))
                                .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                                .messageAttributeNames("All"))
                        .messages()
                        .stream()
                        .map(SqsLetters::held)
                        .toList());
    }

    @Override
    public boolean isOrdered() {
        return pair.deadLetterUrl().endsWith(".fifo");
    }

    @Override
    public Set<String> hold(Collection<HeldLetter> letters, Duration time) {
        return hide("hold the dead letters of " + pair.label() + " for longer", letters, time);
    }

    @Override
    public void release(Collection<HeldLetter> letters) {
        hide("put the dead letters of " + pair.label() + " back", letters, Duration.ZERO);
    }

    private Set<String> hide(String attempt, Collection<HeldLetter> letters, Duration time) {
        var failed = new HashSet<String>();
        for (var some : inTens(List.copyOf(letters))) {
            var answer = AwsCall.to(
                    attempt,
                    () -> sqs.changeMessageVisibilityBatch(request -> request.queueUrl(pair.deadLetterUrl())
                            .entries(some.values().stream()
                                    .map(held -> ChangeMessageVisibilityBatchRequestEntry.builder()
                                            .id("m" + held.id())
                                            .receiptHandle(held.receipt())
                                            .visibilityTimeout(Math.toIntExact(time.toSeconds()))
                                            .build())
                                    .toList())));
            failed.addAll(failed(answer.failed()));
        }
        return failed;
    }

    @Override
    public Set<String> delete(List<HeldLetter> letters) {
        if (letters.isEmpty()) {
            return Set.of();
        }
        var answer = AwsCall.to(
                "delete dead letters of " + pair.label(),
                () -> sqs.deleteMessageBatch(request -> request.queueUrl(pair.deadLetterUrl())
                        .entries(letters.stream()
                                .map(held -> DeleteMessageBatchRequestEntry.builder()
                                        .id("m" + held.id())
                                        .receiptHandle(held.receipt())
                                        .build())
                                .toList())));
        return failed(answer.failed());
    }

    /** AWS weighs the rights before it looks at the receipt: whoever may delete is told that it has no such letter. */
    @Override
    public void checkDeletion() {
        try {
            AwsCall.to(
                    "delete dead letters of " + pair.label(),
                    () -> sqs.deleteMessageBatch(request -> request.queueUrl(pair.deadLetterUrl())
                            .entries(entry -> entry.id("probe").receiptHandle("probe"))));
        } catch (CallException e) {
            if (e.trouble() == Trouble.FORBIDDEN) {
                throw e;
            }
        }
    }

    @Override
    public Set<String> send(List<DeadLetter> letters) {
        var answer = AwsCall.to(
                "send messages back to " + pair.label(),
                () -> sqs.sendMessageBatch(request -> request.queueUrl(pair.queueUrl())
                        .entries(letters.stream().map(this::entry).toList())));
        return failed(answer.failed());
    }

    @Override
    public LetterCounts counts() {
        return new LetterCounts(count(pair.deadLetterUrl()), count(pair.queueUrl()));
    }

    @Override
    public void close() {
        sqs.close();
    }

    private long count(String url) {
        return AwsCall.to(
                "count the messages of " + pair.label(),
                () -> sqs
                        .getQueueAttributes(request -> request.queueUrl(url).attributeNames(COUNTS))
                        .attributes()
                        .values()
                        .stream()
                        .mapToLong(Long::parseLong)
                        .sum());
    }

    private SendMessageBatchRequestEntry entry(DeadLetter letter) {
        var attributes = new HashMap<String, MessageAttributeValue>();
        letter.attributes().forEach((name, value) -> attributes.put(name, value(value)));
        var entry = SendMessageBatchRequestEntry.builder()
                .id("m" + letter.id())
                .messageBody(letter.body())
                .messageAttributes(attributes);
        letter.groupId().ifPresent(entry::messageGroupId);
        if (pair.queueUrl().endsWith(".fifo")) {
            // Its id alone would be taken for a repetition of what failed.
            entry.messageDeduplicationId(letter.id() + "-" + Instant.now().toEpochMilli());
        }
        return entry.build();
    }

    private static MessageAttributeValue value(AttributeValue value) {
        var built = MessageAttributeValue.builder().dataType(value.type());
        return value.isBinary()
                ? built.binaryValue(SdkBytes.fromByteBuffer(
                                ByteBuffer.wrap(Base64.getDecoder().decode(value.text()))))
                        .build()
                : built.stringValue(value.text()).build();
    }

    private static HeldLetter held(Message message) {
        var attributes = new TreeMap<String, AttributeValue>();
        message.messageAttributes().forEach((name, value) -> attributes.put(name, attribute(value)));
        var system = message.attributes();
        var letter = new DeadLetter(
                message.messageId(),
                message.body(),
                attributes,
                Integer.parseInt(system.getOrDefault(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1")),
                Instant.ofEpochMilli(
                        Long.parseLong(system.getOrDefault(MessageSystemAttributeName.SENT_TIMESTAMP, "0"))),
                system.getOrDefault(MessageSystemAttributeName.SENDER_ID, ""),
                Optional.ofNullable(system.get(MessageSystemAttributeName.MESSAGE_GROUP_ID)));
        return new HeldLetter(letter, message.receiptHandle());
    }

    private static AttributeValue attribute(MessageAttributeValue value) {
        @Nullable SdkBytes bytes = value.binaryValue();
        return new AttributeValue(
                value.dataType(),
                bytes == null ? value.stringValue() : Base64.getEncoder().encodeToString(bytes.asByteArray()));
    }

    private static Set<String> failed(List<BatchResultErrorEntry> failed) {
        return failed.stream().map(each -> each.id().substring(1)).collect(Collectors.toSet());
    }

    /** Ids must be unique in a batch; a letter that came twice counts once. */
    private static List<Map<String, HeldLetter>> inTens(List<HeldLetter> letters) {
        var tens = new ArrayList<Map<String, HeldLetter>>();
        for (int i = 0; i < letters.size(); i += BATCH) {
            var some = new HashMap<String, HeldLetter>();
            letters.subList(i, Math.min(letters.size(), i + BATCH)).forEach(letter -> some.put(letter.id(), letter));
            tens.add(some);
        }
        return tens;
    }
}
