package io.beanpole.cloud.sqsd;

import io.beanpole.cloud.sqsd.queue.QueueClient;
import io.beanpole.cloud.sqsd.queue.QueueFailure;
import io.beanpole.cloud.sqsd.queue.QueueMessage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** The long polls: as many at once as the present mode has, each for as many messages as there is room for. */
final class Pollers {
    private static final int MOST_PER_RECEIVE = 10;
    private static final Duration LONG_POLL = Duration.ofSeconds(20);
    private static final Duration WAIT_FOR_ROOM = Duration.ofSeconds(1);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final QueueClient queue;
    private final Duration visibility;
    private final Room room;
    private final Arrivals arrivals;
    private final ThreadFactory threads;
    private final CountDownLatch ending = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private int wanted;
    private int running;

    /** Where messages go, each with a place in the room. */
    interface Arrivals {
        void arrived(List<QueueMessage> messages);

        void failed(QueueFailure failure);

        /** Nothing arrives any more. */
        void ended();
    }

    Pollers(QueueClient queue, Duration visibility, Room room, Arrivals arrivals, ThreadFactory threads) {
        this.queue = queue;
        this.visibility = visibility;
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
            running++;
            threads.newThread(this::poll).start();
        }
    }

    /** No new long poll; open ones go on, because SQS could hand a message to an aborted one. */
    void end() {
        ending.countDown();
        synchronized (this) {
            wanted = 0;
            if (running > 0) {
                return;
            }
        }
        endAll();
    }

    /** Whether the last long poll ended in time. */
    boolean awaitEnd(Duration most) throws InterruptedException {
        return ended.await(most.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void poll() {
        try {
            while (!leaves()) {
                int places = room.take(MOST_PER_RECEIVE, WAIT_FOR_ROOM);
                if (places > 0) {
                    receive(places);
                }
            }
            endIfLast();
        } catch (InterruptedException e) {
            // Nobody interrupts these threads but the end of the process.
            Thread.currentThread().interrupt();
        }
    }

    private void receive(int places) throws InterruptedException {
        List<QueueMessage> messages = List.of();
        try {
            if (!areResting()) {
                messages = queue.receive(places, visibility, LONG_POLL);
            }
        } catch (QueueFailure e) {
            if (ending.getCount() > 0) {
                arrivals.failed(e);
                ending.await(AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS);
            }
        } finally {
            room.free(places - messages.size());
        }
        arrivals.arrived(messages);
    }

    /** Of those that are too many, each that asks leaves by asking. */
    private synchronized boolean leaves() {
        if (running <= wanted) {
            return false;
        }
        running--;
        return true;
    }

    private synchronized boolean areResting() {
        return wanted == 0;
    }

    private void endIfLast() {
        synchronized (this) {
            if (running > 0 || ending.getCount() > 0) {
                return;
            }
        }
        endAll();
    }

    private void endAll() {
        if (ended.getCount() > 0) {
            ended.countDown();
            arrivals.ended();
        }
    }
}
