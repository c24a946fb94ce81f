package io.beanpole.cloud.sqsd;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * The daemon of one worker instance: long-polls one queue and POSTs each message. It never receives more messages than
 * it has free connections, so no message's visibility timeout runs while it waits here.
 */
public final class Sqsd implements AutoCloseable {
    private static final int MOST_PER_RECEIVE = 10;
    private static final Duration LONG_POLL = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration AFTER_FAILED_POLL = Duration.ofSeconds(1);

    private final SqsdSettings settings;
    private final SqsClient sqs;
    private final SqsdListener listener;
    private final Delivery delivery;
    private final Semaphore connections;
    private final ExecutorService posts;
    private final Thread poller;
    private final AtomicInteger running = new AtomicInteger();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile boolean paused;

    public Sqsd(SqsdSettings settings, SqsClient sqs, SqsdListener listener, Clock clock) {
        this.settings = settings;
        this.sqs = sqs;
        this.listener = listener;
        this.delivery = new Delivery(settings, sqs, listener, clock);
        this.connections = new Semaphore(settings.httpConnections());
        AtomicInteger number = new AtomicInteger();
        this.posts = Executors.newCachedThreadPool(
                work -> daemonThread(work, "sqsd-post-" + settings.queueName() + "-" + number.incrementAndGet()));
        this.poller = daemonThread(this::poll, "sqsd-poller-" + settings.queueName());
    }

    public void start() {
        listener.daemon("init", "initializing " + MessageHeaders.USER_AGENT.replace('/', ' '));
        listener.daemon(
                "start",
                "polling " + settings.queueUrl() + " for " + settings.target() + settings.httpPath() + " with "
                        + settings.httpConnections() + " connections");
        poller.start();
    }

    /**
     * Stops polling and waits for the running POSTs, at most the given time; then cuts what is left. A long poll that is
     * still open is not aborted, because SQS could hand a message to the dead connection; what it brings is given back.
     */
    public void stop(Duration drain) {
        stopping.countDown();
        listener.daemon("drain", "stopped polling, " + running() + " running");
        posts.shutdown();
        try {
            if (!posts.awaitTermination(drain.toMillis(), TimeUnit.MILLISECONDS)) {
                listener.daemon("drain", "cut " + running() + " connections after " + drain.toSeconds() + " s");
                delivery.cut();
            }
        } catch (InterruptedException e) {
            delivery.cut();
            Thread.currentThread().interrupt();
        }
    }

    /** Stops at once: what runs is cut, an open long poll is aborted. */
    @Override
    public void close() {
        stop(Duration.ZERO);
        poller.interrupt();
    }

    /**
     * Polls no more while the application is known to be down, and again afterwards. AWS's daemon would go on and burn a
     * receive per refused connection; on one machine, where an instance is started again within seconds, that would
     * bring a message to its dead-letter queue for nothing.
     */
    public void pause(boolean pause) {
        paused = pause;
    }

    /** How many messages are with the application now. */
    public int running() {
        return running.get();
    }

    private void poll() {
        try {
            while (stopping.getCount() > 0) {
                if (paused) {
                    stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
                    continue;
                }
                int free = freeConnections();
                if (free > 0) {
                    List<Message> messages = receive(free);
                    connections.release(free - messages.size());
                    messages.forEach(this::accept);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        listener.daemon("pollers", "ended");
    }

    private int freeConnections() throws InterruptedException {
        if (!connections.tryAcquire(1, TimeUnit.SECONDS)) {
            return 0;
        }
        int free = 1;
        while (free < MOST_PER_RECEIVE && connections.tryAcquire()) {
            free++;
        }
        return free;
    }

    private List<Message> receive(int most) throws InterruptedException {
        try {
            return sqs.receiveMessage(request -> request.queueUrl(settings.queueUrl())
                            .maxNumberOfMessages(most)
                            .visibilityTimeout(
                                    Math.toIntExact(settings.visibilityTimeout().toSeconds()))
                            .waitTimeSeconds(Math.toIntExact(LONG_POLL.toSeconds()))
                            .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                            .messageAttributeNames("All"))
                    .messages();
        } catch (SdkException | IllegalStateException e) {
            if (stopping.getCount() > 0) {
                listener.daemon("pollers", "receiving from " + settings.queueUrl() + " failed: " + e.getMessage());
                stopping.await(AFTER_FAILED_POLL.toMillis(), TimeUnit.MILLISECONDS);
            }
            return List.of();
        }
    }

    private void accept(Message message) {
        try {
            if (stopping.getCount() > 0 && !paused) {
                running.incrementAndGet();
                posts.execute(() -> post(message));
                return;
            }
        } catch (RejectedExecutionException stopped) {
            running.decrementAndGet();
            listener.daemon("drain", message.messageId() + " came too late");
        }
        delivery.handBack(message);
        connections.release();
    }

    private void post(Message message) {
        try {
            delivery.deliver(message);
        } finally {
            running.decrementAndGet();
            connections.release();
        }
    }

    private static Thread daemonThread(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
