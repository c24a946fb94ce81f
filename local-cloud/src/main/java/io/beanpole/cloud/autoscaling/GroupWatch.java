package io.beanpole.cloud.autoscaling;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the groups look at themselves every second, or oftener where alarms look oftener. */
final class GroupWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GroupWatch.class);
    private static final long SECOND = 1000;

    private final Groups groups;
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "group-watch");
        thread.setDaemon(true);
        return thread;
    });

    GroupWatch(Groups groups, Duration interval) {
        this.groups = groups;
        long millis = Math.min(SECOND, interval.toMillis());
        ticks.scheduleWithFixedDelay(this::look, millis, millis, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            groups.look();
        } catch (RuntimeException e) {
            LOG.error("The groups could not look at themselves", e);
        }
    }

    @Override
    public void close() {
        ticks.shutdownNow();
    }
}
