package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.CloudException;
import io.beanpole.cloud.beanstalk.option.OptionName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives environments that were composed the addresses of those that they are linked to, as environment properties with
 * the names of the links [D: environment manifest]: a worker's is its queue's URL. It waits until both are there, so it
 * looks again and again, also after a restart of the local cloud.
 */
final class EnvironmentLinking implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EnvironmentLinking.class);
    private static final long BETWEEN_LOOKS_MILLIS = 500;

    private final Environments environments;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "environment-linking");
        thread.setDaemon(true);
        return thread;
    });

    EnvironmentLinking(Environments environments) {
        this.environments = environments;
    }

    void start() {
        looks.scheduleWithFixedDelay(this::look, BETWEEN_LOOKS_MILLIS, BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }

    /** What another operation comes before is tried again the next time. */
    private void look() {
        try {
            List<EnvironmentRecord> present = environments.existing().toList();
            present.stream()
                    .filter(each -> each.status().equals("Ready"))
                    .filter(each -> !each.configuration().links().isEmpty())
                    .forEach(each -> link(each, present));
        } catch (CloudException e) {
            LOG.debug("Environments could not be linked yet", e);
        } catch (RuntimeException e) {
            LOG.warn("Environments could not be linked", e);
        }
    }

    private void link(EnvironmentRecord environment, List<EnvironmentRecord> present) {
        Map<String, String> own = environment.settings().getOrDefault(OptionName.ENVIRONMENT_PROPERTIES, Map.of());
        Map<String, String> missing = new HashMap<>();
        for (Map.Entry<String, String> link :
                environment.configuration().links().entrySet()) {
            if (!own.containsKey(link.getKey())) {
                Optional<String> address = present.stream()
                        .filter(each -> each.name().equals(link.getValue()))
                        .map(EnvironmentLinking::address)
                        .filter(each -> !each.isEmpty())
                        .findFirst();
                if (address.isEmpty()) {
                    return;
                }
                missing.put(link.getKey(), address.get());
            }
        }
        if (!missing.isEmpty()) {
            environments.byId(environment.id()).configure(known -> linked(known, missing), "", "");
        }
    }

    private static String address(EnvironmentRecord environment) {
        if (environment.isWorker()) {
            return environment.queue();
        }
        return environment.port() == 0 ? "" : "127.0.0.1:" + environment.port();
    }

    private static EnvironmentConfiguration linked(EnvironmentConfiguration known, Map<String, String> properties) {
        Map<String, Map<String, String>> settings = new TreeMap<>(known.settings());
        Map<String, String> all = new TreeMap<>(settings.getOrDefault(OptionName.ENVIRONMENT_PROPERTIES, Map.of()));
        all.putAll(properties);
        settings.put(OptionName.ENVIRONMENT_PROPERTIES, all);
        return known.withSettings(settings);
    }
}
