package io.beanpole.cloud.timeline;

import com.fasterxml.jackson.annotation.JsonValue;

/** Where a message stands by the last rule that fired for it. */
enum MessageState {
    /** With the application, or about to be. */
    IN_WORK("in work"),
    /** In the queue: invisible until its time, or visible. */
    WAITING("waiting"),
    /** Answered with 200 and deleted. */
    DONE("done"),
    /** Received as often as the queue allows: once the last timeout is over, it goes to the dead-letter queue. */
    DEAD_LETTERED("dead-lettered"),
    /** Deleted without a POST, because it was older than RetentionPeriod. */
    EXPIRED("expired");

    private final String words;

    MessageState(String words) {
        this.words = words;
    }

    /** How it is told. */
    @JsonValue
    String words() {
        return words;
    }

    /** Whether the queue hands the message out no more. */
    boolean isFinal() {
        return this == DONE || this == EXPIRED || this == DEAD_LETTERED;
    }
}
