package io.beanpole.worker.protection;

import io.beanpole.worker.run.BusyListener;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says again and again that this instance lives and whether it works, and at once when that changes. In the end it takes
 * that back: what comes after it on this instance may be an older version, which doesn't beat and is not silent for that.
 */
final class InstanceBeat implements BusyListener, AutoCloseable {
    /** Where a beat goes. */
    interface Beats {
        /** Takes one; what it throws is told once until it works again. */
        void beat(boolean busy);

        /** No more come from this instance. */
        void end();
    }

    private static final Logger LOG = LoggerFactory.getLogger(InstanceBeat.class);
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(3);

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

    private void end() {
        try {
            beats.end();
        } catch (RuntimeException e) {
            LOG.warn("Could not take back what this instance said of itself: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        if (thread.isShutdown()) {
            return;
        }
        // Behind a beat that is under way, so that none comes after it.
        thread.execute(this::end);
        thread.shutdown();
        try {
            if (!thread.awaitTermination(ENDS_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
