package io.beanpole.deploy.deadletter;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A message in a dead-letter queue, with everything that is needed to send it again.
 *
 * @param id SQS's MessageId, which it kept when it was moved
 * @param body byte for byte
 * @param receives how often it was received, by workers and by people who looked
 * @param sentAt when it was sent first
 * @param senderId whose credentials sent it
 * @param groupId of a FIFO queue, or of a fair one
 */
public record DeadLetter(
        String id,
        String body,
        SortedMap<String, AttributeValue> attributes,
        int receives,
        Instant sentAt,
        String senderId,
        Optional<String> groupId) {
    /** The same letter with another body. */
    public DeadLetter withBody(String other) {
        return new DeadLetter(id, other, attributes, receives, sentAt, senderId, groupId);
    }

    /** The same letter with other attributes. */
    public DeadLetter withAttributes(SortedMap<String, AttributeValue> others) {
        return new DeadLetter(id, body, others, receives, sentAt, senderId, groupId);
    }
}
