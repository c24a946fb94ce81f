package io.beanpole.cloud.sqsd;

import io.beanpole.cloud.sqsd.queue.QueueClient;
import io.beanpole.cloud.sqsd.queue.QueueFailure;
import io.beanpole.cloud.sqsd.queue.QueueMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Deletes messages that are done: at once, or ten at a time and after two seconds at the latest [S2]. In that window a
 * crash brings a finished message back; a message whose visibility timeout ends soon does not wait for it.
 */
final class Deletions {
    private static final int MOST_PER_BATCH = 10;
    private static final Duration WINDOW = Duration.ofSeconds(2);

    private final QueueClient queue;
    private final SqsdListener listener;
    private final Duration visibility;
    private final Clock clock;
    private List<Done> gathered = new ArrayList<>(MOST_PER_BATCH);
    private Instant gatheredSince = Instant.MAX;

    Deletions(QueueClient queue, SqsdListener listener, Duration visibility, Clock clock) {
        this.queue = queue;
        this.listener = listener;
        this.visibility = visibility;
        this.clock = clock;
    }

    /** A message that is to be deleted, and why. */
    record Done(QueueMessage message, MessageRule rule, String outcome, Duration took) {}

    /** Deletes it with others, soon, or at once. */
    void add(Done done, boolean mayWait) {
        Instant now = clock.instant();
        boolean isUrgent = visibility.minus(done.message.age(now)).compareTo(WINDOW.multipliedBy(2)) < 0;
        List<Done> batch;
        synchronized (this) {
            gatheredSince = gathered.isEmpty() ? now : gatheredSince;
            gathered.add(done);
            if (mayWait && !isUrgent && gathered.size() < MOST_PER_BATCH) {
                return;
            }
            batch = takeAll();
        }
        delete(batch);
    }

    /** Deletes those that have waited for two seconds. */
    void flushIfDue() {
        synchronized (this) {
            if (gatheredSince.isAfter(clock.instant().minus(WINDOW))) {
                return;
            }
        }
        flush();
    }

    /** Deletes all that wait. */
    void flush() {
        List<Done> batch;
        synchronized (this) {
            batch = takeAll();
        }
        delete(batch);
    }

    private List<Done> takeAll() {
        List<Done> all = gathered;
        gathered = new ArrayList<>(MOST_PER_BATCH);
        gatheredSince = Instant.MAX;
        return all;
    }

    private void delete(List<Done> batch) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            Set<Integer> refused =
                    queue.delete(batch.stream().map(Done::message).toList());
            IntStream.range(0, batch.size()).forEach(i -> {
                if (refused.contains(i)) {
                    refused(batch.get(i), "the queue refused it");
                } else {
                    Done done = batch.get(i);
                    listener.message(
                            new MessageEvent(clock.instant(), done.message, done.rule, done.outcome, done.took));
                }
            });
        } catch (QueueFailure e) {
            batch.forEach(done -> refused(done, String.valueOf(e.getMessage())));
        }
    }

    private void refused(Done done, String why) {
        String outcome = "not deleted after " + done.outcome + ": " + why;
        listener.message(
                new MessageEvent(clock.instant(), done.message, MessageRule.REFUSED_BY_QUEUE, outcome, done.took));
    }
}
