package io.beanpole.cloud.sqsd;

import io.beanpole.cloud.sqsd.queue.QueueAccess;
import io.beanpole.cloud.sqsd.queue.QueueClient;
import io.beanpole.cloud.sqsd.queue.QueueFailure;
import io.beanpole.cloud.sqsd.queue.QueueMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The daemon of one worker instance: long-polls one queue and POSTs each message to the application, as
 * {@code aws-sqsd} does (elastic-beanstalk.md §1).
 */
public final class Sqsd implements AutoCloseable {
    private static final Duration TICK = Duration.ofMillis(150);
    private static final Duration LONG_POLL = Duration.ofSeconds(20);
    private static final Duration GLANCE = Duration.ofMillis(10);

    private final SqsdSettings settings;
    private final QueueClient queue;
    private final SqsdListener listener;
    private final Clock clock;
    private final Autotuning autotuning;
    private final Room room;
    private final Delivery delivery;
    private final Posts posts;
    private final Pollers pollers;
    private final Latecomers latecomers;
    private final ScheduledExecutorService ticks;
    private final AtomicInteger queueUsers = new AtomicInteger(2);
    private PollMode mode;
    private volatile boolean paused;
    private final AtomicBoolean isStopping = new AtomicBoolean();

    /** The queue is called where, and as whom, the given client calls it. */
    public Sqsd(SqsdSettings settings, SqsClient sqs, SqsdListener listener, Clock clock) {
        this(settings, QueueAccess.like(sqs), listener, clock);
    }

    public Sqsd(SqsdSettings settings, QueueAccess access, SqsdListener listener, Clock clock) {
        this(settings, access, listener, clock, LONG_POLL);
    }

    /** @param longPoll how long a receive waits for messages; at most 20 s */
    Sqsd(SqsdSettings settings, QueueAccess access, SqsdListener heard, Clock clock, Duration longPoll) {
        this.settings = settings;
        this.listener = new SturdyListener(heard);
        this.clock = clock;
        this.queue = new QueueClient(access, settings.queueUrl(), clock);
        this.autotuning = new Autotuning(settings, clock.instant());
        this.mode = autotuning.mode(clock.instant(), Duration.ZERO);
        this.room = new Room(settings.httpConnections());
        this.delivery = new Delivery(settings, queue, listener, autotuning, clock);
        this.latecomers = delivery.latecomers();
        AtomicInteger number = new AtomicInteger();
        this.posts = new Posts(
                settings.httpConnections(),
                room,
                work -> daemonThread(work, "sqsd-post-" + settings.queueName() + "-" + number.incrementAndGet()),
                delivery::deliver);
        this.pollers = new Pollers(
                places -> queue.receive(places, settings.visibilityTimeout(), longPoll),
                room,
                new Arrived(),
                work -> daemonThread(work, "sqsd-poller-" + settings.queueName()));
        this.ticks = Executors.newSingleThreadScheduledExecutor(
                work -> daemonThread(work, "sqsd-tick-" + settings.queueName()));
    }

    public void start() {
        listener.daemon(
                "init",
                "initializing " + settings.behaviour().profile().userAgent().replace('/', ' '));
        listener.daemon(
                "start",
                "polling " + settings.queueUrl() + " for " + settings.target() + settings.httpPath() + " with "
                        + settings.httpConnections() + " connections");
        room.resize(mode);
        pollers.resize(paused ? 0 : mode.pollers());
        ticks.scheduleWithFixedDelay(this::tick, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Stops polling and drains: what was received is POSTed, at most for the given time; then what waits is given back
     * and what runs is cut. A long poll that is still open is not aborted, because SQS could hand a message to the dead
     * connection; what it brings is given back when the last of them has ended.
     */
    public void stop(Duration drain) {
        if (!isStopping.compareAndSet(false, true)) {
            return;
        }
        listener.daemon("drain", "stopped polling, " + posts.held() + " messages here");
        pollers.end();
        delivery.deleteInBatches(false);
        if (!drained(drain)) {
            latecomers.keep(posts.takeWaiting(message -> true));
            if (running() > 0) {
                listener.daemon("drain", "cut " + running() + " connections after " + drain.toSeconds() + " s");
            }
        }
        delivery.cut();
        posts.end();
        ticks.shutdownNow();
        delivery.finish();
        if (!pollers.areOpen()) {
            latecomers.giveBack("stopped");
        }
        releaseQueue();
    }

    /** The queue is called until the last long poll has ended and the last deletion has left. */
    private void releaseQueue() {
        if (queueUsers.decrementAndGet() == 0) {
            queue.close();
        }
    }

    /** Stops at once: what runs is cut, an open long poll is aborted, what such a one brought is given back. */
    @Override
    public void close() {
        stop(Duration.ZERO);
        latecomers.giveBack("stopped");
        queue.close();
    }

    /** After {@link #stop}: whether the last long poll ended, at most 20 s later, within the given time. */
    public boolean awaitEnd(Duration most) throws InterruptedException {
        return pollers.awaitEnd(most);
    }

    /**
     * Polls no more while the application is known to be down, gives back what waits here as soon as no long poll is
     * open, or POSTs it when the application is up again before that, and polls again afterwards.
     * AWS's daemon would go on and burn a receive per refused connection; on one machine, where an instance is started
     * again within seconds, that would bring a message to its dead-letter queue for nothing.
     */
    public void pause(boolean pause) {
        if (paused == pause) {
            return;
        }
        paused = pause;
        if (pause) {
            pollers.resize(0);
            rest();
        }
    }

    /** How many messages are with the application now. */
    public int running() {
        return posts.running();
    }

    private boolean drained(Duration drain) {
        long until = System.nanoTime() + drain.toNanos();
        try {
            while (posts.held() > 0) {
                if (System.nanoTime() >= until) {
                    return false;
                }
                TimeUnit.MILLISECONDS.sleep(GLANCE.toMillis());
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void tick() {
        try {
            Instant now = clock.instant();
            if (paused) {
                // Again, because a pause can come between the look at it and what is done then.
                pollers.resize(0);
                rest();
            } else {
                goOn();
                follow(autotuning.mode(now, posts.oldestRunning()));
                delivery.giveBackStale(
                        posts.takeWaiting(message -> autotuning.isStale(message, now)),
                        "waited too long for a free connection");
            }
            delivery.tick();
            queue.tend();
        } catch (RuntimeException e) {
            // A tick that throws would be the last one.
            listener.daemon("tick", String.valueOf(e));
        }
    }

    private void follow(PollMode next) {
        if (isStopping.get()) {
            return;
        }
        if (!next.equals(mode)) {
            listener.daemon(
                    "autotuning",
                    "mean " + autotuning.mean().toMillis() + " ms: backlog of " + next.backlog() + ", " + next.pollers()
                            + " pollers");
            mode = next;
            room.resize(next);
            delivery.deleteInBatches(next.deletesInBatches());
        }
        pollers.resize(next.pollers());
    }

    private void rest() {
        latecomers.keep(posts.takeWaiting(message -> true));
        if (!pollers.areOpen()) {
            latecomers.giveBack("the application rests");
        }
    }

    /** What came during a rest that is over. */
    private void goOn() {
        if (!isStopping.get()) {
            List<QueueMessage> fresh = latecomers.takeFresh();
            room.occupy(fresh.size());
            take(fresh);
        }
    }

    /** Each with a place in the room. */
    private void take(List<QueueMessage> messages) {
        List<QueueMessage> unwanted = isStopping.get() || paused
                ? messages
                : messages.stream().filter(message -> !posts.accept(message)).toList();
        latecomers.keep(unwanted);
        room.free(unwanted.size());
    }

    private static Thread daemonThread(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Takes in what the pollers bring. */
    private final class Arrived implements Pollers.Arrivals {
        @Override
        public void arrived(List<QueueMessage> messages) {
            if (messages.isEmpty()) {
                return;
            }
            autotuning.received(clock.instant());
            for (QueueMessage message : messages) {
                listener.message(new MessageEvent(
                        message.receivedAt(), message, MessageRule.RECEIVED, "received", Duration.ZERO));
            }
            take(messages);
        }

        @Override
        public void failed(RuntimeException failure) {
            boolean isExpected = failure instanceof QueueFailure;
            listener.daemon("pollers", isExpected ? String.valueOf(failure.getMessage()) : String.valueOf(failure));
        }

        @Override
        public void ended() {
            listener.daemon("pollers", "ended");
            latecomers.giveBack("stopped");
            releaseQueue();
        }
    }
}
