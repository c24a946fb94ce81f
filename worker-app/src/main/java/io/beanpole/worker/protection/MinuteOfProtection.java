package io.beanpole.worker.protection;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes once a minute that this instance is protected, while it is. */
final class MinuteOfProtection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MinuteOfProtection.class);

    private final BooleanSupplier isProtected;
    private final Supplier<String> instance;
    private final GroupMembers members;
    private final ProtectionMetric metric;
    private final ScheduledExecutorService thread;
    private boolean hasFailed;

    MinuteOfProtection(
            BooleanSupplier isProtected, Supplier<String> instance, GroupMembers members, ProtectionMetric metric) {
        this.isProtected = isProtected;
        this.instance = instance;
        this.members = members;
        this.metric = metric;
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread made = new Thread(task, "protection-metric");
            made.setDaemon(true);
            return made;
        });
        // Not at the full minute: an instance that starts late in one would miss it.
        thread.scheduleAtFixedRate(this::publish, 20, 60, TimeUnit.SECONDS);
    }

    private void publish() {
        if (!isProtected.getAsBoolean()) {
            return;
        }
        try {
            // Looked up each time, because a deployment may have moved it to another group.
            members.find(List.of(instance.get())).forEach(own -> metric.publish(own.group()));
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
