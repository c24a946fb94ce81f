package io.beanpole.deploy.deadletter;

import java.time.Instant;

/**
 * Dead letters with the same cause.
 *
 * @param number by which a command may name the group; the largest group is 1
 * @param kind what the messages are about
 * @param error why they failed
 * @param count how many there are
 * @param oldest when the first of them was sent
 * @param newest when the last of them was sent
 * @param example the id of one of them
 */
public record LetterGroup(
        int number, String kind, String error, int count, Instant oldest, Instant newest, String example) {
    /** Whether a cause is this group's. */
    boolean holds(Cause cause) {
        return cause.kind().equals(kind) && cause.error().equals(error);
    }
}
