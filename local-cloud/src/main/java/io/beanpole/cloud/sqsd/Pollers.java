package io.beanpole.cloud.sqsd;

import io.beanpole.cloud.sqsd.queue.QueueMessage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;

/** The long polls: as many at once as the present mode has, each for as many messages as there is room for. */
final class Pollers {
    private static final int MOST_PER_RECEIVE = 10;
    private static final Duration WAIT_FOR_ROOM = Duration.ofSeconds(1);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final IntFunction<List<QueueMessage>> longPoll;
    private final Room room;
    private final Arrivals arrivals;
    private final ThreadFactory threads;
    private final CountDownLatch ending = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicBoolean hasEnded = new AtomicBoolean();
    private int wanted;
    private int running;

    /** Where messages go, each with a place in the room. */
    interface Arrivals {
        void arrived(List<QueueMessage> messages);

        void failed(RuntimeException failure);

        /** Nothing arrives any more; told once. */
        void ended();
    }

    /** @param longPoll receives at most so many messages, or throws when the queue can't be asked */
    Pollers(IntFunction<List<QueueMessage>> longPoll, Room room, Arrivals arrivals, ThreadFactory threads) {
        this.longPoll = longPoll;
        this.room = room;
        this.arrivals = arrivals;
        this.threads = threads;
    }

    /** So many from now on; those that are too many end after their present long poll. */
    synchronized void resize(int next) {
        if (ending.getCount() == 0) {
            return;
        }
        wanted = next;
        while (running < wanted) {
            threads.newThread(this::poll).start();
            running++;
        }
    }

    /** No new long poll; open ones go on, because SQS could hand a message to an aborted one. */
    void end() {
        ending.countDown();
        synchronized (this) {
            wanted = 0;
        }
        endAllIfLast();
    }

    /** Whether the last long poll ended in time. */
    boolean awaitEnd(Duration most) throws InterruptedException {
        return ended.await(most.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether a message can still arrive. */
    synchronized boolean areOpen() {
        return running > 0;
    }

    private void poll() {
        boolean hasLeft = false;
        try {
            hasLeft = leaves();
            while (!hasLeft) {
                pollOnce();
                hasLeft = leaves();
            }
        } catch (InterruptedException e) {
            // Nobody interrupts these threads but the end of the process.
            Thread.currentThread().interrupt();
        } finally {
            if (!hasLeft) {
                leave();
            }
            endAllIfLast();
        }
    }

    /** Whatever goes wrong in one poll, the next may work: a poller that died would never be replaced. */
    private void pollOnce() throws InterruptedException {
        try {
            int places = room.take(MOST_PER_RECEIVE, WAIT_FOR_ROOM);
            if (places > 0) {
                arrivals.arrived(receive(places));
            }
        } catch (RuntimeException e) {
            if (ending.getCount() > 0) {
                arrivals.failed(e);
                ending.await(AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }

    /** Keeps a place for each message that it brings. */
    private List<QueueMessage> receive(int places) {
        List<QueueMessage> messages = List.of();
        try {
            if (!areResting()) {
                messages = longPoll.apply(places);
            }
            return messages;
        } finally {
            room.free(places - messages.size());
        }
    }

    /** Of those that are too many, each that asks leaves by asking. */
    private synchronized boolean leaves() {
        if (running <= wanted) {
            return false;
        }
        running--;
        return true;
    }

    private synchronized void leave() {
        running--;
    }

    private synchronized boolean areResting() {
        return wanted == 0;
    }

    private void endAllIfLast() {
        if (ending.getCount() == 0 && !areOpen() && hasEnded.compareAndSet(false, true)) {
            try {
                arrivals.ended();
            } finally {
                // Only now: who waits for the end may take the queue away, or the process.
                ended.countDown();
            }
        }
    }
}
