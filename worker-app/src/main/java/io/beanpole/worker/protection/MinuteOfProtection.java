package io.beanpole.worker.protection;

import io.beanpole.worker.protection.GroupMembers.Member;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes once a minute that this instance is protected, while it is. */
final class MinuteOfProtection implements AutoCloseable {
    /**
     * When it is looked at.
     *
     * @param first how long after the start
     */
    record Rhythm(Duration first, Duration every) {}

    /** One datum a minute. Not at once: an instance that has just started is protected by nobody yet. */
    static final Rhythm EACH_MINUTE = new Rhythm(Duration.ofSeconds(20), Duration.ofMinutes(1));

    private static final Logger LOG = LoggerFactory.getLogger(MinuteOfProtection.class);

    private final BooleanSupplier isProtected;
    private final Supplier<String> instance;
    private final GroupMembers members;
    private final Consumer<String> metric;
    private final ScheduledExecutorService thread;
    private boolean hasFailed;

    /**
     * Publishes from now on, until it is closed.
     *
     * @param isProtected what this process believes; when it doesn't, nobody is asked
     * @param metric takes the group of which this instance is one that is protected
     */
    MinuteOfProtection(
            BooleanSupplier isProtected,
            Supplier<String> instance,
            GroupMembers members,
            Consumer<String> metric,
            Rhythm rhythm) {
        this.isProtected = isProtected;
        this.instance = instance;
        this.members = members;
        this.metric = metric;
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread made = new Thread(task, "protection-metric");
            made.setDaemon(true);
            return made;
        });
        thread.scheduleAtFixedRate(
                this::publish, rhythm.first().toMillis(), rhythm.every().toMillis(), TimeUnit.MILLISECONDS);
    }

    private void publish() {
        if (!isProtected.getAsBoolean()) {
            return;
        }
        try {
            // Looked up each time, because a deployment may have moved it to another group.
            members.find(List.of(instance.get())).stream()
                    .filter(Member::isProtected)
                    .forEach(own -> metric.accept(own.group()));
            hasFailed = false;
        } catch (RuntimeException e) {
            if (!hasFailed) {
                LOG.info("Could not publish ProtectedInstances; trying again each minute: {}", e.getMessage());
            }
            hasFailed = true;
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
