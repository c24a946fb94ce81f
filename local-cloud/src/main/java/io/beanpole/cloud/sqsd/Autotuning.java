package io.beanpole.cloud.sqsd;

import io.beanpole.cloud.sqsd.queue.QueueMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Chooses how the queue is polled from how long the last 50 successes took [S2]: above a second the backlog is as large
 * as there are connections, from 15 s on there is none, and one poller is enough for an idle queue. The application
 * counts as slow until it has shown otherwise. Modes change at least 10 s apart, but {@link Prefetch#GUARDED} cuts the
 * backlog at once to what can be done before its visibility timeout runs out.
 */
final class Autotuning {
    private static final int SAMPLES = 50;
    private static final int MOST_PER_RECEIVE = 10;
    private static final double CONNECTIONS_PER_POLLER = 2.5;
    private static final Duration SLOW = Duration.ofSeconds(1);
    private static final Duration SLOWEST = Duration.ofSeconds(15);
    private static final Duration BETWEEN_SWITCHES = Duration.ofSeconds(10);
    private static final Duration IDLE = Duration.ofSeconds(30);
    /** Until a deletion has left: its batch waits two seconds at most. */
    private static final Duration DELETION = Duration.ofSeconds(2);
    /** A message that waited less counts as not having waited. */
    private static final Duration NO_WAIT = Duration.ofMillis(500);

    private final int connections;
    private final Duration visibility;
    private final Prefetch prefetch;
    private final Deque<Duration> processingTimes = new ArrayDeque<>(SAMPLES);
    private PollMode mode;
    private Instant switchedAt;
    private Instant lastMessagesAt;
    private Duration oldestRunning = Duration.ZERO;

    Autotuning(SqsdSettings settings, Instant now) {
        this.connections = settings.httpConnections();
        this.visibility = settings.visibilityTimeout();
        this.prefetch = settings.behaviour().prefetch();
        this.switchedAt = now;
        this.lastMessagesAt = now;
        this.mode = wanted();
    }

    /** A POST was answered with 200. */
    synchronized void succeeded(Duration took) {
        if (processingTimes.size() == SAMPLES) {
            processingTimes.poll();
        }
        processingTimes.add(took);
    }

    synchronized void received(Instant now) {
        lastMessagesAt = now;
    }

    /** How to poll from now on. */
    synchronized PollMode mode(Instant now, Duration longestRunning) {
        oldestRunning = longestRunning;
        if (Duration.between(switchedAt, now).compareTo(BETWEEN_SWITCHES) >= 0) {
            boolean isIdle = Duration.between(lastMessagesAt, now).compareTo(IDLE) > 0;
            PollMode next = isIdle ? mode.withPollers(1) : wanted();
            if (!next.equals(mode)) {
                mode = next;
                switchedAt = now;
            }
        }
        return prefetch == Prefetch.GUARDED ? mode.withBacklogAtMost(safeBacklog()) : mode;
    }

    /**
     * Whether a message that waited here must not be POSTed any more, because the queue might show it to others before
     * it is done and deleted.
     */
    synchronized boolean isStale(QueueMessage message, Instant now) {
        Duration waited = message.age(now);
        Duration needed = longest().multipliedBy(2).plus(DELETION);
        return prefetch == Prefetch.GUARDED
                && waited.compareTo(NO_WAIT) > 0
                && visibility.minus(waited).compareTo(needed) < 0;
    }

    /** The mean of the last successes; without any, that of the slowest application. */
    synchronized Duration mean() {
        if (processingTimes.isEmpty()) {
            return SLOWEST;
        }
        return processingTimes.stream().reduce(Duration.ZERO, Duration::plus).dividedBy(processingTimes.size());
    }

    private PollMode wanted() {
        Duration mean = mean();
        int most = (int) Math.ceil(Math.max(connections / CONNECTIONS_PER_POLLER, 1));
        if (mean.compareTo(SLOW) <= 0 && prefetch != Prefetch.OFF) {
            return new PollMode(most, most * MOST_PER_RECEIVE, true);
        }
        int backlog = mean.compareTo(SLOWEST) < 0 && prefetch != Prefetch.OFF ? connections : 0;
        return new PollMode((connections + MOST_PER_RECEIVE - 1) / MOST_PER_RECEIVE, backlog, false);
    }

    /** How many can wait and still be worked on, twice as long as the longest, and deleted in time. */
    private int safeBacklog() {
        long each = Math.max(1, longest().toMillis());
        long left = visibility.minus(DELETION).toMillis() - 2 * each;
        return (int) Math.max(0, Math.min(Integer.MAX_VALUE, left / each * connections));
    }

    private Duration longest() {
        Duration longest = oldestRunning;
        for (Duration took : processingTimes) {
            longest = took.compareTo(longest) > 0 ? took : longest;
        }
        return longest;
    }
}
