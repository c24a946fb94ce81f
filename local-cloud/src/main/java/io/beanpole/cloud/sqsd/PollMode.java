package io.beanpole.cloud.sqsd;

/**
 * How many receive calls run at once and how many messages may wait for a connection.
 *
 * @param pollers receive calls at once
 * @param backlog messages that may wait here; with 0 no more are received than connections are free
 * @param isFast whether the application is known to be fast; the backlog is then filled up sooner
 */
record PollMode(int pollers, int backlog, boolean isFast) {
    private static final int MOST_PER_BATCH = 10;
    private static final double REFILL_FAST = 0.2;
    private static final double REFILL_SLOW = 0.5;

    /** Deletions are gathered when the backlog holds a batch of them; else a task that is done is deleted at once [S2]. */
    boolean deletesInBatches() {
        return backlog >= MOST_PER_BATCH;
    }

    /** How much room there must be before messages are received: a fifth of a fast backlog, half of a slow one [S2]. */
    int leastRoom() {
        return Math.max(1, (int) (backlog * (isFast ? REFILL_FAST : REFILL_SLOW)));
    }

    PollMode withPollers(int next) {
        return new PollMode(next, backlog, isFast);
    }

    PollMode withBacklogAtMost(int most) {
        return backlog <= most ? this : new PollMode(pollers, most, isFast);
    }
}
