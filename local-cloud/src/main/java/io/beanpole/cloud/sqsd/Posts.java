package io.beanpole.cloud.sqsd;

import io.beanpole.cloud.sqsd.queue.QueueMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The daemon's connections, a thread for each, and the backlog of messages that wait for one. */
final class Posts {
    private static final Duration UNUSED = Duration.ofSeconds(30);

    private final Consumer<QueueMessage> deliver;
    private final Room room;
    private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();
    private final Set<Post> running = ConcurrentHashMap.newKeySet();
    /** Counted apart: between the queue of an executor and its thread a message is in neither. */
    private final AtomicInteger held = new AtomicInteger();

    private final ThreadPoolExecutor connections;

    Posts(int httpConnections, Room room, ThreadFactory threads, Consumer<QueueMessage> deliver) {
        this.deliver = deliver;
        this.room = room;
        this.connections = new ThreadPoolExecutor(
                httpConnections, httpConnections, UNUSED.toSeconds(), TimeUnit.SECONDS, waiting, threads);
        connections.allowCoreThreadTimeOut(true);
    }

    /** One message, for which there is room, on its way. */
    private final class Post implements Runnable {
        private final QueueMessage message;
        private volatile long startedAt;

        private Post(QueueMessage message) {
            this.message = message;
        }

        @Override
        public void run() {
            startedAt = System.nanoTime();
            running.add(this);
            try {
                deliver.accept(message);
            } finally {
                running.remove(this);
                held.decrementAndGet();
                room.free(1);
            }
        }
    }

    /** Whether it is on its way; false when no more are taken. */
    boolean accept(QueueMessage message) {
        held.incrementAndGet();
        try {
            connections.execute(new Post(message));
            return true;
        } catch (RejectedExecutionException ended) {
            held.decrementAndGet();
            return false;
        }
    }

    /** Takes those out of the backlog that fit, and frees their places. */
    List<QueueMessage> takeWaiting(Predicate<QueueMessage> fits) {
        List<QueueMessage> taken = new ArrayList<>();
        for (Runnable work : waiting) {
            if (work instanceof Post post && fits.test(post.message) && waiting.remove(work)) {
                taken.add(post.message);
            }
        }
        if (!taken.isEmpty()) {
            held.addAndGet(-taken.size());
            room.free(taken.size());
        }
        return taken;
    }

    /** How many messages are with the application. */
    int running() {
        return running.size();
    }

    /** How many messages wait or are with the application. */
    int held() {
        return held.get();
    }

    /** How long the application has been working on the message that it has had for longest. */
    Duration oldestRunning() {
        long now = System.nanoTime();
        long longest = 0;
        for (Post post : running) {
            longest = Math.max(longest, now - post.startedAt);
        }
        return Duration.ofNanos(longest);
    }

    /** What runs goes on; threads end when they have nothing to do. */
    void end() {
        connections.shutdown();
    }
}
