package io.beanpole.cloud.sqsd;

import java.time.Duration;

/**
 * How one POST ended.
 *
 * @param status what was answered; 502 without a connection or with a broken one, 504 after silence: what a proxy on the
 *     instance would log
 * @param text the status or the error, in a few words
 * @param took from the start of the POST to its end
 */
record PostOutcome(Kind kind, int status, String text, Duration took) {
    static final int DONE = 200;
    static final int BAD_GATEWAY = 502;
    static final int GATEWAY_TIMEOUT = 504;

    /** What can happen to a POST. */
    enum Kind {
        /** A whole answer came. */
        ANSWERED,
        /** No byte came for InactivityTimeout. */
        SILENT,
        /** The connection was closed, or what came was no HTTP, before a whole answer had come. */
        CLOSED,
        /** There was no connection. */
        REFUSED
    }

    static PostOutcome answered(int status, Duration took) {
        return new PostOutcome(Kind.ANSWERED, status, String.valueOf(status), took);
    }

    /** Success is exactly 200: 201, 202, 204 and redirects are failures [D][S2]. */
    boolean isDone() {
        return kind == Kind.ANSWERED && status == DONE;
    }
}
