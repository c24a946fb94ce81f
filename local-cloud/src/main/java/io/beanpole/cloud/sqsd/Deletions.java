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
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Deletes messages that are done: at once, or ten at a time and after two seconds at the latest [S2]. In that window a
 * crash brings a finished message back; a message whose visibility timeout ends soon does not wait for it. While the
 * queue can't be reached, deletions are tried again with growing pauses until the visibility timeout is over.
 */
final class Deletions {
    private static final int MOST_PER_BATCH = 10;
    private static final int MOST_POSTPONED = 1_000;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final Duration LAST_TRIES = Duration.ofSeconds(3);
    private static final Duration WINDOW = Duration.ofSeconds(2);

    private final QueueClient queue;
    private final SqsdListener listener;
    private final Duration visibility;
    private final Clock clock;
    private List<Done> gathered = new ArrayList<>(MOST_PER_BATCH);
    private Instant gatheredSince = Instant.MAX;
    private List<Done> postponed = new ArrayList<>();
    private Instant postponedUntil = Instant.MAX;
    private Duration pause = FIRST_PAUSE;

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

    /** Deletes those that have waited for two seconds, and those whose pause is over. */
    void flushIfDue() {
        retry(clock.instant());
        synchronized (this) {
            if (gatheredSince.isAfter(clock.instant().minus(WINDOW))) {
                return;
            }
        }
        flush();
    }

    /** Deletes all that wait, but not those that the queue could not be told. */
    private void flush() {
        List<Done> batch;
        synchronized (this) {
            batch = takeAll();
        }
        delete(batch);
    }

    /** Deletes all, at the end: what the queue could not be told for three seconds comes back. */
    void finish() {
        flush();
        long until = System.nanoTime() + LAST_TRIES.toNanos();
        try {
            while (arePostponed() && System.nanoTime() < until) {
                TimeUnit.MILLISECONDS.sleep(FIRST_PAUSE.toMillis());
                retry(Instant.MAX);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        takePostponed().forEach(done -> refused(done, "the queue could not be reached"));
    }

    /** As many batches as it takes, until one fails. */
    private void retry(Instant now) {
        synchronized (this) {
            if (postponed.isEmpty() || postponedUntil.isAfter(now)) {
                return;
            }
        }
        List<Done> left = takePostponed();
        boolean isDone = true;
        for (int from = 0; from < left.size(); from += MOST_PER_BATCH) {
            List<Done> batch = left.subList(from, Math.min(left.size(), from + MOST_PER_BATCH));
            if (isDone) {
                isDone = delete(batch);
            } else {
                postpone(batch, "the queue could not be reached");
            }
        }
    }

    private synchronized boolean arePostponed() {
        return !postponed.isEmpty();
    }

    private synchronized List<Done> takePostponed() {
        List<Done> all = postponed;
        postponed = new ArrayList<>();
        return all;
    }

    /** After a pause that doubles; a message that others see by then is lost to them. */
    private void postpone(List<Done> batch, String why) {
        Instant now = clock.instant();
        for (Done done : batch) {
            if (isKept(done, now)) {
                continue;
            }
            refused(done, why);
        }
    }

    private synchronized boolean isKept(Done done, Instant now) {
        if (postponed.size() >= MOST_POSTPONED || done.message.age(now).compareTo(visibility) >= 0) {
            return false;
        }
        if (postponed.isEmpty()) {
            postponedUntil = now.plus(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
        postponed.add(done);
        return true;
    }

    private synchronized void reached() {
        pause = FIRST_PAUSE;
    }

    private List<Done> takeAll() {
        List<Done> all = gathered;
        gathered = new ArrayList<>(MOST_PER_BATCH);
        gatheredSince = Instant.MAX;
        return all;
    }

    /** Whether the queue answered. */
    private boolean delete(List<Done> batch) {
        if (batch.isEmpty()) {
            return true;
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
            reached();
            return true;
        } catch (QueueFailure e) {
            if (e.mayPass()) {
                postpone(batch, String.valueOf(e.getMessage()));
            } else {
                batch.forEach(done -> refused(done, String.valueOf(e.getMessage())));
            }
            return false;
        }
    }

    private void refused(Done done, String why) {
        String outcome = "not deleted after " + done.outcome + ": " + why;
        listener.message(
                new MessageEvent(clock.instant(), done.message, MessageRule.REFUSED_BY_QUEUE, outcome, done.took));
    }
}
