package io.beanpole.cloud.beanstalk.catalog;

import io.beanpole.cloud.CloudException;
import io.beanpole.cloud.beanstalk.catalog.ManagedActions.Planned;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Begins managed actions: when somebody applies one, and by itself once its weekly window of two hours has begun [D]. */
final class ManagedActionRun implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ManagedActionRun.class);

    private final CatalogParts parts;
    private final ManagedActions actions;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "managed-actions");
        thread.setDaemon(true);
        return thread;
    });

    ManagedActionRun(CatalogParts parts, ManagedActions actions) {
        this.parts = parts;
        this.actions = actions;
    }

    /** Looks at every environment once a minute from now on. */
    void start() {
        var unused = looks.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.MINUTES);
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }

    /** The environment must be Ready. */
    void begin(CatalogEnvironment environment, Planned planned, String requestId) {
        Instant now = parts.surroundings().clock().instant();
        parts.environments().updatePlatform(environment.id(), planned.platform(), requestId);
        parts.catalog()
                .put(new ManagedActionRecord(
                        planned.id(), environment.id(), planned.type(), planned.description(), requestId, now));
    }

    private void look() {
        parts.environments().existing().filter(CatalogEnvironment::isReady).forEach(environment -> {
            try {
                Optional<Planned> due =
                        due(environment, parts.surroundings().clock().instant());
                due.ifPresent(each -> begin(environment, each, UUID.randomUUID().toString()));
            } catch (CloudException e) {
                LOG.warn("The managed action of {} could not begin", environment.name(), e);
            }
        });
    }

    /** What is due in the window that is open now, if it wasn't begun in this window already. */
    Optional<Planned> due(CatalogEnvironment environment, Instant now) {
        Instant twoHoursAgo = now.minus(ManagedActions.WINDOW);
        return actions.planned(environment, twoHoursAgo)
                .filter(each -> !each.window().isAfter(now))
                .filter(each -> parts.catalog().managedActions(environment.id()).stream()
                        .noneMatch(begun -> !begun.executed().isBefore(each.window())));
    }
}
