package io.beanpole.worker.protection;

import io.beanpole.worker.run.BusyListener;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says again and again that this instance lives and whether it works, and at once when that changes. */
final class InstanceBeat implements BusyListener, AutoCloseable {
    /** Where a beat goes. */
    @FunctionalInterface
    interface Beats {
        /** Takes one, in a bounded time; what it throws is told once until it works again. */
        void beat(boolean busy);
    }

    private static final Logger LOG = LoggerFactory.getLogger(InstanceBeat.class);

    private final Beats beats;
    private final ScheduledExecutorService thread;
    private volatile boolean busy;
    private boolean hasFailed;

    InstanceBeat(Beats beats, Duration interval) {
        this.beats = beats;
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread made = new Thread(task, "instance-beat");
            made.setDaemon(true);
            return made;
        });
        thread.scheduleWithFixedDelay(this::beat, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void busy(boolean now) {
        busy = now;
        if (!thread.isShutdown()) {
            thread.execute(this::beat);
        }
    }

    private void beat() {
        try {
            beats.beat(busy);
            hasFailed = false;
        } catch (RuntimeException e) {
            if (!hasFailed) {
                LOG.warn("Could not say that this instance lives; trying again: {}", e.getMessage());
            }
            hasFailed = true;
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
