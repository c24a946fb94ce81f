package io.beanpole.cloud.sqs;

import io.beanpole.cloud.sqsd.queue.QueueObserver;
import io.beanpole.cloud.wire.WireRequest;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.DeleteMessageRequest;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResultEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Counts messages sent, received and deleted per queue. Calls at the endpoint are counted by what they ask for, in the
 * JSON protocol that all current clients speak; what a receive there brings is not seen. The daemons of workers call
 * behind the endpoint and are counted by what they get.
 */
public final class QueueTraffic implements ExecutionInterceptor, QueueObserver {
    private static final String TARGET = "AmazonSQS.";

    private final Map<String, Counts> byQueue = new ConcurrentHashMap<>();

    /** The counts of one queue since they were last taken. */
    static final class Counts {
        private final LongAdder sent = new LongAdder();
        private final LongAdder received = new LongAdder();
        private final LongAdder deleted = new LongAdder();
        private final LongAdder emptyReceives = new LongAdder();

        private final LongAdder calls = new LongAdder();
        private Map<Long, Long> sizes = new HashMap<>();

        private synchronized void sent(long bytes) {
            sent.increment();
            sizes.merge(bytes, 1L, Long::sum);
        }

        long takeCalls() {
            return calls.sumThenReset();
        }

        /** How often messages of which size were sent, in bytes. */
        synchronized Map<Long, Long> takeSizes() {
            Map<Long, Long> taken = sizes;
            sizes = new HashMap<>();
            return taken;
        }

        long takeSent() {
            return sent.sumThenReset();
        }

        long takeReceived() {
            return received.sumThenReset();
        }

        long takeDeleted() {
            return deleted.sumThenReset();
        }

        long takeEmptyReceives() {
            return emptyReceives.sumThenReset();
        }
    }

    Counts of(String queue) {
        return byQueue.computeIfAbsent(queue, unused -> new Counts());
    }

    /** A client's call was answered with success at the endpoint. */
    public void answered(WireRequest request) {
        String target = request.header("X-Amz-Target");
        if (target == null || !target.startsWith(TARGET)) {
            return;
        }
        JsonNode body = body(request);
        JsonNode url = body.path("QueueUrl");
        if (!url.isString()) {
            return;
        }
        Counts counts = of(nameIn(url.asString()));
        counts.calls.increment();
        switch (target.substring(TARGET.length())) {
            case "SendMessage" -> counts.sent(sizeOf(body));
            case "SendMessageBatch" -> body.path("Entries").forEach(entry -> counts.sent(sizeOf(entry)));
            case "DeleteMessage" -> counts.deleted.increment();
            case "DeleteMessageBatch" -> counts.deleted.add(body.path("Entries").size());
            default -> {
                // Nothing that moves messages.
            }
        }
    }

    /** A daemon that calls behind the endpoint has received these; none is an empty receive. */
    @Override
    public void received(String queueUrl, int messages) {
        Counts counts = of(nameIn(queueUrl));
        counts.calls.increment();
        counts.received.add(messages);
        counts.emptyReceives.add(messages == 0 ? 1 : 0);
    }

    /** A daemon that calls behind the endpoint has deleted these. */
    @Override
    public void deleted(String queueUrl, int messages) {
        Counts counts = of(nameIn(queueUrl));
        counts.calls.increment();
        counts.deleted.add(messages);
    }

    /** The body and the attributes with their names and types, as SQS bills them. */
    private static long sizeOf(JsonNode message) {
        long size = bytes(message.path("MessageBody").asString(""));
        for (Map.Entry<String, JsonNode> each :
                message.path("MessageAttributes").properties()) {
            size += bytes(each.getKey());
            for (JsonNode part : each.getValue()) {
                size += bytes(part.asString(""));
            }
        }
        return size;
    }

    private static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Forgets the queues that are gone. */
    void keepOnly(Collection<String> queues) {
        byQueue.keySet().retainAll(queues);
    }

    private static JsonNode body(WireRequest request) {
        try {
            return JsonMapper.shared().readTree(request.body());
        } catch (JacksonException e) {
            return JsonMapper.shared().createObjectNode();
        }
    }

    static String nameIn(String queueUrl) {
        return queueUrl.substring(queueUrl.lastIndexOf('/') + 1);
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        Optional<String> url = context.request().getValueForField("QueueUrl", String.class);
        if (url.isEmpty()) {
            return;
        }
        if (context.response() instanceof ReceiveMessageResponse response) {
            received(url.get(), response.messages().size());
        } else if (context.response() instanceof DeleteMessageBatchResponse response) {
            deleted(url.get(), response.successful().size());
        } else if (context.request() instanceof DeleteMessageRequest) {
            deleted(url.get(), 1);
        } else if (context.request() instanceof SendMessageRequest request) {
            sent(url.get(), List.of(sizeOf(request.messageBody(), request.messageAttributes())));
        } else if (context.request() instanceof SendMessageBatchRequest request
                && context.response() instanceof SendMessageBatchResponse response) {
            Set<String> taken = response.successful().stream()
                    .map(SendMessageBatchResultEntry::id)
                    .collect(Collectors.toSet());
            sent(
                    url.get(),
                    request.entries().stream()
                            .filter(entry -> taken.contains(entry.id()))
                            .map(entry -> sizeOf(entry.messageBody(), entry.messageAttributes()))
                            .toList());
        }
    }

    /** A client behind the endpoint, such as the one that enqueues periodic tasks, has sent messages of these sizes. */
    private void sent(String queueUrl, List<Long> sizes) {
        Counts counts = of(nameIn(queueUrl));
        counts.calls.increment();
        sizes.forEach(counts::sent);
    }

    private static long sizeOf(String body, Map<String, MessageAttributeValue> attributes) {
        long size = bytes(body);
        for (Map.Entry<String, MessageAttributeValue> each : attributes.entrySet()) {
            MessageAttributeValue value = each.getValue();
            size += bytes(each.getKey()) + bytes(value.dataType());
            size += value.binaryValue() == null
                    ? bytes(value.stringValue())
                    : value.binaryValue().asByteArrayUnsafe().length;
        }
        return size;
    }
}
