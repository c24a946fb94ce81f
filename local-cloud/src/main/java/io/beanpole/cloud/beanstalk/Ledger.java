package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.StateFile;
import io.beanpole.cloud.beanstalk.catalog.Catalog;
import io.beanpole.cloud.beanstalk.catalog.VersionRecord;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The one place where environments and events are kept; every change is on disk at once. */
final class Ledger {
    private static final int MOST_EVENTS = 2_000;

    private final StateFile<BeanstalkState> file;
    private final Map<String, EnvironmentRecord> environments = new LinkedHashMap<>();
    private final Catalog catalog;
    private final Deque<EventRecord> events = new ArrayDeque<>();

    Ledger(Path directory) {
        this.catalog = new Catalog(directory);
        this.file = new StateFile<>(directory.resolve("beanstalk.json"), BeanstalkState.class);
        BeanstalkState kept = file.read(() -> new BeanstalkState(List.of(), List.of()));
        kept.environments().forEach(each -> environments.put(each.id(), each));
        events.addAll(kept.events());
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
    synchronized List<EventRecord> events() {
        return new ArrayList<>(events);
    }

    synchronized void put(EventRecord event) {
        events.addFirst(event);
        while (events.size() > MOST_EVENTS) {
            events.removeLast();
        }
        save();
    }

    private void save() {
        file.write(new BeanstalkState(List.copyOf(environments.values()), List.copyOf(events)));
    }
}
