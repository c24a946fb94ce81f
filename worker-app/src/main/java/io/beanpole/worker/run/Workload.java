package io.beanpole.worker.run;

import io.beanpole.worker.WorkerProperties;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * What this instance is working on. When it goes away it takes nothing more, lets the running work go on for a while,
 * and then has it handed back.
 */
@Component
public class Workload implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Workload.class);
    private static final Duration HAND_BACK = Duration.ofSeconds(8);

    private final Duration grace;
    private final List<BusyListener> listeners;
    private final AtomicBoolean started = new AtomicBoolean();
    private int runs;
    private boolean closed;
    private volatile boolean over;

    public Workload(WorkerProperties properties, ObjectProvider<BusyListener> listeners) {
        this.grace = properties.shutdownGrace();
        this.listeners = listeners.orderedStream().toList();
    }

    /** Counts one run until it is closed; nobody enters an instance that is stopping. */
    synchronized Place enter() {
        if (closed) {
            throw new InstanceStoppingException();
        }
        runs++;
        if (runs == 1) {
            listeners.forEach(listener -> listener.busy(true));
        }
        return new Place();
    }

    /** Whether running work has to be handed back now. */
    boolean isOver() {
        return over;
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
        synchronized (this) {
            closed = true;
            LOG.info("Stopping: no more tasks are taken; {} are running and have {} s.", runs, grace.toSeconds());
        }
        try {
            if (!idleWithin(grace)) {
                over = true;
                if (!idleWithin(HAND_BACK)) {
                    LOG.warn("Stopping although some work could not be handed back; its leases will run out.");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
