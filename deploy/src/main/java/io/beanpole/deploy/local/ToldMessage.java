package io.beanpole.deploy.local;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the local cloud tells of one message.
 *
 * @param queue from which a daemon received it
 * @param message where it stands
 * @param events what happened to it, the first one first
 * @param leftOut how many events between the first and the others are not kept any more
 */
public record ToldMessage(String queue, InShort message, List<Event> events, int leftOut) {
    /**
     * A message in one line.
     *
     * @param messageId that SQS gave it
     * @param state {@code in work}, {@code waiting}, {@code done}, {@code dead-lettered} or {@code expired}
     * @param receives how often it was received so far
     * @param firstAt when the first event was that is still known
     * @param lastAt when the last event was
     * @param rule of the daemon that fired last
     * @param outcome the status that was answered or the error, in a few words
     * @param visibleAgainAt when it comes back; null when it does not
     */
    public record InShort(
            String messageId,
            String state,
            int receives,
            Instant firstAt,
            Instant lastAt,
            String rule,
            String outcome,
            @Nullable Instant visibleAgainAt) {
        /** An instance has it. */
        public static final String IN_WORK = "in work";

        /** It was answered with 200, and deleted. */
        public static final String DONE = "done";

        /** It was received as often as the queue allows. */
        public static final String DEAD_LETTERED = "dead-lettered";

        /** It outlived its queue's retention. */
        public static final String EXPIRED = "expired";
    }

    /**
     * One point on a message's timeline.
     *
     * @param number counts the events of one queue from 1 on
     * @param at when it was
     * @param messageId of the message that it happened to
     * @param receiveCount the receive that it belongs to
     * @param instance whose daemon it was
     * @param rule of the daemon that fired
     * @param outcome the status that was answered or the error, in a few words
     * @param tookMillis from the start of the POST to its end, or zero
     * @param visibleAgainAt when the queue hands the message out again by this rule; null when it does not
     * @param deadLetteredAt when the redrive policy takes it to the dead-letter queue; null when it does not
     * @param sentence what the rule means for the message, with the times in force
     */
    public record Event(
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
}
