package io.beanpole.cloud.timeline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How often queues hand a message out before they move it to their dead-letter queue: maxReceiveCount of their redrive
 * policies. Looked up again after some seconds, because anybody may change a policy while a daemon reads the queue.
 */
public final class ReceiveLimits implements Function<String, OptionalInt> {
    private static final Logger LOG = LoggerFactory.getLogger(ReceiveLimits.class);
    private static final Duration KNOWN_FOR = Duration.ofSeconds(5);

    private final Map<String, Known> byUrl = new ConcurrentHashMap<>();
    private final SqsClient sqs;
    private final Clock clock;

    public ReceiveLimits(SqsClient sqs, Clock clock) {
        this.sqs = sqs;
        this.clock = clock;
    }

    /** What a queue said, and until when that is believed. */
    private record Known(OptionalInt limit, Instant until) {}

    /** Empty for a queue without a redrive policy, and for one that is not there. */
    @Override
    public OptionalInt apply(String queueUrl) {
        Instant now = clock.instant();
        Known known = byUrl.get(queueUrl);
        if (known == null || now.isAfter(known.until())) {
            byUrl.values().removeIf(each -> now.isAfter(each.until()));
            known = new Known(ask(queueUrl), now.plus(KNOWN_FOR));
            byUrl.put(queueUrl, known);
        }
        return known.limit();
    }

    private OptionalInt ask(String queueUrl) {
        try {
            String policy = sqs.getQueueAttributes(
                            get -> get.queueUrl(queueUrl).attributeNames(QueueAttributeName.REDRIVE_POLICY))
                    .attributes()
                    .getOrDefault(QueueAttributeName.REDRIVE_POLICY, "");
            if (policy.isEmpty()) {
                return OptionalInt.empty();
            }
            JsonNode limit = JsonMapper.shared().readTree(policy).path("maxReceiveCount");
            return limit.asInt(0) > 0 ? OptionalInt.of(limit.asInt()) : OptionalInt.empty();
        } catch (SdkException | JacksonException e) {
            LOG.warn("The redrive policy of {} is not known, so its messages seem to wait", queueUrl, e);
            return OptionalInt.empty();
        }
    }
}
