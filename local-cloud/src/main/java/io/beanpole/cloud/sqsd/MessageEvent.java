package io.beanpole.cloud.sqsd;

import io.beanpole.cloud.sqsd.queue.QueueMessage;
import java.time.Duration;
import java.time.Instant;

/**
 * One point on the timeline of a message.
 *
 * @param outcome the status that was answered or the error, in a few words
 * @param took from the start of the POST to its end, or zero; for {@link MessageRule#POSTED} and what leaves the backlog,
 *     how long it waited
 */
public record MessageEvent(
        Instant at, String messageId, int receiveCount, MessageRule rule, String outcome, Duration took) {

    MessageEvent(Instant at, QueueMessage message, MessageRule rule, String outcome, Duration took) {
        this(at, message.id(), message.receiveCount(), rule, outcome, took);
    }
}
