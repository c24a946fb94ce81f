package io.beanpole.cloud.timeline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One point on a message's timeline, as it is told and kept.
 *
 * @param number counts the events of one queue from 1 on; followers ask for what came after one
 * @param instance whose daemon it was
 * @param rule the daemon's rule that fired, by the name of its constant
 * @param outcome the status that was answered or the error, in a few words
 * @param tookMillis from the start of the POST to its end, or zero
 * @param visibleAgainAt when the queue hands the message out again by this rule; null when it does not, or not because
 *     of this rule
 * @param deadLetteredAt when the queue's redrive policy takes the message to the dead-letter queue, because this was the
 *     last receive that it allows; null otherwise
 * @param sentence what the rule means for the message, with the times in force
 */
public record TimelineEvent(
        long number,
        Instant at,
        String messageId,
        int receiveCount,
        String instance,
        String rule,
        String outcome,
        long tookMillis,
        @Nullable Instant visibleAgainAt,
        @Nullable Instant deadLetteredAt,
        String sentence) {}
