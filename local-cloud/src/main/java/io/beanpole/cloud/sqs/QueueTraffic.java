package io.beanpole.cloud.sqs;

import io.beanpole.cloud.sqsd.queue.QueueObserver;
import io.beanpole.cloud.wire.WireRequest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.DeleteMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;
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
        switch (target.substring(TARGET.length())) {
            case "SendMessage" -> counts(request).ifPresent(counts -> counts.sent.increment());
            case "SendMessageBatch" -> counts(request).ifPresent(counts -> counts.sent.add(entries(request)));
            case "DeleteMessage" -> counts(request).ifPresent(counts -> counts.deleted.increment());
            case "DeleteMessageBatch" -> counts(request).ifPresent(counts -> counts.deleted.add(entries(request)));
            default -> {
                // Nothing that moves messages.
            }
        }
    }

    private Optional<Counts> counts(WireRequest request) {
        JsonNode url = body(request).path("QueueUrl");
        return url.isString() ? Optional.of(of(nameIn(url.asString()))) : Optional.empty();
    }

    private static long entries(WireRequest request) {
        return body(request).path("Entries").size();
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
    public void received(String queueUrl, int messages) {
        Counts counts = of(nameIn(queueUrl));
        counts.received.add(messages);
        counts.emptyReceives.add(messages == 0 ? 1 : 0);
    }

    @Override
    public void deleted(String queueUrl, int messages) {
        of(nameIn(queueUrl)).deleted.add(messages);
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        Optional<String> url = context.request().getValueForField("QueueUrl", String.class);
        if (url.isEmpty()) {
            return;
        }
        Counts counts = of(nameIn(url.get()));
        if (context.response() instanceof ReceiveMessageResponse response) {
            counts.received.add(response.messages().size());
            counts.emptyReceives.add(response.messages().isEmpty() ? 1 : 0);
        } else if (context.response() instanceof DeleteMessageBatchResponse response) {
            counts.deleted.add(response.successful().size());
        } else if (context.request() instanceof DeleteMessageRequest) {
            counts.deleted.increment();
        }
    }
}
