package io.beanpole.deploy.deadletter;

import java.util.Optional;

/**
 * What a look at a dead-letter queue saw, and how much it could have seen.
 *
 * @param there letters in the queue, held by others or not, as SQS counted before the look
 * @param most letters that the look was to see
 * @param isOrdered whether it is a FIFO queue
 */
public record Look(Snapshot snapshot, long there, int most, boolean isOrdered) {
    /** Why not all letters were seen, in a sentence; empty when they were, or when no more were wanted. */
    public Optional<String> missing() {
        var seen = snapshot.letters().size();
        if (seen >= Math.min(there, most)) {
            return Optional.empty();
        }
        var text = seen + " of " + there + " dead letters of " + snapshot.queueName() + " seen; ";
        return Optional.of(
                isOrdered
                        ? text + "of a FIFO queue a look sees only the first letters of each message group."
                        : text + "the others are held, by somebody who looks at them, for up to "
                                + LetterHold.TIME.toMinutes() + " minutes.");
    }
}
