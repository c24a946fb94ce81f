package io.beanpole.cloud.sqsd.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as one receive brought it.
 *
 * @param receiveCount how often it was received, this time included
 * @param firstReceived when it was received for the first time; kept over redeliveries
 * @param senderId empty when the queue tells none
 * @param receivedAt when this receive was answered; its visibility timeout runs from here
 */
public record QueueMessage(
        String id,
        String receiptHandle,
        String body,
        int receiveCount,
        Instant sent,
        Instant firstReceived,
        String senderId,
        List<MessageAttribute> attributes,
        Instant receivedAt) {

    /** The text of an attribute, or null when the message has none of that name. */
    public @Nullable String attribute(String name) {
        for (MessageAttribute attribute : attributes) {
            if (attribute.name().equals(name)) {
                return attribute.text();
            }
        }
        return null;
    }

    /** How long it has been invisible to others. */
    public Duration age(Instant now) {
        return Duration.between(receivedAt, now);
    }
}
