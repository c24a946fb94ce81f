package io.beanpole.worker.run;

import io.beanpole.worker.WorkerProperties;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * What this instance is working on. When it goes away it takes nothing more, lets run what can end in time, and has the
 * rest handed back: at once what surely can't, and at the end what couldn't.
 */
@Component
public class Workload implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Workload.class);
    private static final Duration HAND_BACK = Duration.ofSeconds(8);

    private final Duration grace;
    private final Duration longestHold;
    private final List<BusyListener> listeners;
    private final AtomicBoolean started = new AtomicBoolean();
    private int runs;
    private boolean released;
    private volatile @Nullable Departure departure;

    public Workload(WorkerProperties properties, ObjectProvider<BusyListener> listeners) {
        this.grace = properties.shutdownGrace();
        this.longestHold = properties.stoppingHold();
        this.listeners = listeners.orderedStream().toList();
    }

    /**
     * Counts one run until it is closed. Nobody enters an instance that is going away: its delivery is held for a while
     * first, because whoever is sent back at once comes again at once, and each time costs a message one of its tries.
     */
    synchronized Place enter() {
        if (departure != null) {
            hold(departure);
            throw new InstanceStoppingException();
        }
        runs++;
        if (runs == 1) {
            listeners.forEach(listener -> listener.busy(true));
        }
        return new Place();
    }

    private void hold(Departure leaving) {
        long began = System.nanoTime();
        long until = began + TimeUnit.MILLISECONDS.toNanos(leaving.waitMillis(longestHold));
        try {
            while (!released && until - System.nanoTime() > 0) {
                wait(Math.max(1, TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        LOG.info(
                "Held: a delivery waited {} s at this instance, which is going away, and goes back to its queue.",
                TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began));
    }

    /** Takes nothing more from now on, and has the running work ended or handed back within a time. */
    public void leave(Duration left) {
        synchronized (this) {
            Departure next = Departure.in(left);
            departure = departure == null ? next : departure.orEarlier(next);
            LOG.info("Stopping: no more tasks are taken; {} are running and have {} s.", runs, left.toSeconds());
        }
    }

    /** Whether this instance goes away and takes nothing more. */
    public boolean isLeaving() {
        return departure != null;
    }

    /** Whether a run has to be handed back now, because this instance goes away before it can end. */
    boolean isTooLateFor(Forecast run) {
        Departure leaving = departure;
        return leaving != null && leaving.isTooSoonFor(run);
    }

    @Override
    public void start() {
        started.set(true);
    }

    @Override
    public boolean isRunning() {
        return started.get();
    }

    /** Blocks until the running work has ended or was handed back, for a bounded time. */
    @Override
    public void stop() {
        started.set(false);
        leave(grace);
        try {
            if (!idleWithin(grace) && !idleWithin(HAND_BACK)) {
                LOG.warn("Stopping although some work could not be handed back; its leases will run out.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            release();
        }
    }

    /** Lets go of the deliveries that are held: nothing listens here in a moment. */
    private synchronized void release() {
        released = true;
        notifyAll();
    }

    private synchronized boolean idleWithin(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        while (runs > 0) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    private synchronized void leave() {
        runs--;
        if (runs == 0) {
            listeners.forEach(listener -> listener.busy(false));
        }
        notifyAll();
    }

    /** The place of one run. */
    final class Place implements AutoCloseable {
        @Override
        public void close() {
            leave();
        }
    }
}
