package io.beanpole.worker.protection;

import io.beanpole.worker.run.BusyListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Keeps this instance protected while it has work, and a while after: a worker that goes from task to task calls Auto
 * Scaling once. Says it again from time to time, because a deployment can take the protection away; and says once at the
 * start what holds, because the process before this one may have left its protection behind.
 */
final class BusyProtection implements BusyListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BusyProtection.class);
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(3);

    private final InstanceProtection protection;
    private final Duration linger;
    private final Duration refresh;
    private final Clock clock;
    private final ScheduledExecutorService beat;

    private volatile boolean busy;
    private volatile Instant idleSince;
    /** What Auto Scaling was told last; null until this process has told it anything. */
    private volatile @Nullable Boolean told;

    private boolean hasFailed;
    private Instant saidAt = Instant.EPOCH;

    /**
     * A protection that is looked at once a beat.
     *
     * @param linger how long the instance stays protected after its last run
     * @param refresh after which time a protection that should hold is set again
     * @param interval the beat; what fails is tried again with the next one
     */
    BusyProtection(InstanceProtection protection, Duration linger, Duration refresh, Duration interval, Clock clock) {
        this.protection = protection;
        this.linger = linger;
        this.refresh = refresh;
        this.clock = clock;
        this.idleSince = clock.instant().minus(linger);
        this.beat = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "scale-in-protection");
            thread.setDaemon(true);
            return thread;
        });
        beat.scheduleWithFixedDelay(this::look, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The first run doesn't wait for the beat: a group may be choosing whom to end just now. */
    @Override
    public void busy(boolean now) {
        if (!now) {
            idleSince = clock.instant();
        }
        busy = now;
        if (now && !beat.isShutdown()) {
            beat.execute(this::look);
        }
    }

    /** Whether this instance is protected, as far as Auto Scaling was told. */
    boolean holds() {
        return Boolean.TRUE.equals(told);
    }

    /** Makes what holds into what should hold. */
    private void look() {
        Instant now = clock.instant();
        boolean wanted = busy || now.isBefore(idleSince.plus(linger));
        boolean isNews = told == null || told != wanted;
        if (!isNews && !(wanted && saidAt.plus(refresh).isBefore(now))) {
            return;
        }
        try {
            protection.set(wanted);
            saidAt = now;
            hasFailed = false;
            if (isNews) {
                told = wanted;
                LOG.info(wanted ? "Protected from scale-in while there is work." : "Idle: scale-in may end it.");
            }
        } catch (RuntimeException e) {
            if (!hasFailed) {
                LOG.atLevel(wanted ? Level.WARN : Level.INFO).log("{} Trying again.", e.getMessage());
            }
            hasFailed = true;
        }
    }

    private void letGo() {
        try {
            if (holds()) {
                protection.set(false);
                told = false;
            }
        } catch (RuntimeException e) {
            // Usual where the whole instance goes: Auto Scaling doesn't change what is on its way out.
            LOG.info("{} This worker ends without that.", e.getMessage());
        }
    }

    /** Lets go in a bounded time: nothing runs here any more, and nobody may come who would. */
    @Override
    public void close() {
        if (beat.isShutdown()) {
            return;
        }
        beat.execute(this::letGo);
        beat.shutdown();
        try {
            if (!beat.awaitTermination(ENDS_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                beat.shutdownNow();
            }
        } catch (InterruptedException e) {
            beat.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
