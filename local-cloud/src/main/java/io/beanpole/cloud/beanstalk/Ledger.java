package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.StateFile;
import io.beanpole.cloud.beanstalk.catalog.Catalog;
import io.beanpole.cloud.beanstalk.catalog.VersionRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The one place where environments and events are kept; every change is on disk at once. */
final class Ledger {
    /** As long as the lifecycle rule of an application keeps the versions of an environment that was terminated [D]. */
    private static final Duration AFTER_THE_END = Duration.ofDays(70);

    private final StateFile<BeanstalkState> file;
    private final Map<String, EnvironmentRecord> environments = new LinkedHashMap<>();
    private final Catalog catalog;
    private final EventFile events;

    Ledger(Path directory) {
        this.catalog = new Catalog(directory);
        this.file = new StateFile<>(directory.resolve("beanstalk.json"), BeanstalkState.class);
        BeanstalkState kept = file.read(() -> new BeanstalkState(List.of(), List.of()));
        kept.environments().forEach(each -> environments.put(each.id(), each));
        this.events = new EventFile(directory);
        // Events had no file of their own once.
        for (int i = kept.events().size() - 1; i >= 0; i--) {
            events.put(kept.events().get(i));
        }
        if (!kept.events().isEmpty()) {
            save();
        }
    }

    /** What environments are made from, which has a file of its own. */
    Catalog catalog() {
        return catalog;
    }

    Optional<VersionRecord> version(String application, String label) {
        return catalog.version(application, label);
    }

    synchronized List<EnvironmentRecord> environments() {
        return List.copyOf(environments.values());
    }

    synchronized Optional<EnvironmentRecord> environment(String id) {
        return Optional.ofNullable(environments.get(id));
    }

    synchronized void put(EnvironmentRecord environment) {
        Instant oldest = environment.updated().minus(AFTER_THE_END);
        environments
                .values()
                .removeIf(each ->
                        each.status().equals("Terminated") && each.updated().isBefore(oldest));
        environments.put(environment.id(), environment);
        save();
    }

    synchronized EnvironmentRecord change(String id, UnaryOperator<EnvironmentRecord> change) {
        EnvironmentRecord known = environments.get(id);
        if (known == null) {
            throw new IllegalArgumentException("No environment has the id " + id);
        }
        EnvironmentRecord next = change.apply(known);
        environments.put(id, next);
        save();
        return next;
    }

    /** Each is reached where the other was; on disk in one step, so that a crash leaves no address twice. */
    synchronized void swapAddresses(String one, String other) {
        EnvironmentRecord first = environments.get(one);
        EnvironmentRecord second = environments.get(other);
        if (first == null || second == null) {
            throw new IllegalArgumentException("No environments have the ids " + one + " and " + other);
        }
        environments.put(one, first.withPlace(first.place().withAddressOf(second.place())));
        environments.put(other, second.withPlace(second.place().withAddressOf(first.place())));
        save();
    }

    /** Newest first. */
    List<EventRecord> events() {
        return events.all();
    }

    void put(EventRecord event) {
        events.put(event);
    }

    private void save() {
        file.write(new BeanstalkState(List.copyOf(environments.values()), List.of()));
    }
}
