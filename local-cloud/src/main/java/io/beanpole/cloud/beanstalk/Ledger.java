package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.StateFile;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The one place where applications, versions, environments and events are kept; every change is on disk at once. */
final class Ledger {
    private static final int MOST_EVENTS = 2_000;

    private final StateFile<BeanstalkState> file;
    private final Map<String, ApplicationRecord> applications = new TreeMap<>();
    private final Map<String, VersionRecord> versions = new LinkedHashMap<>();
    private final Map<String, EnvironmentRecord> environments = new LinkedHashMap<>();
    private final Deque<EventRecord> events = new ArrayDeque<>();

    Ledger(Path directory) {
        this.file = new StateFile<>(directory.resolve("beanstalk.json"), BeanstalkState.class);
        BeanstalkState kept = file.read(() -> new BeanstalkState(List.of(), List.of(), List.of(), List.of()));
        kept.applications().forEach(each -> applications.put(each.name(), each));
        kept.versions().forEach(each -> versions.put(key(each.application(), each.label()), each));
        kept.environments().forEach(each -> environments.put(each.id(), each));
        events.addAll(kept.events());
    }

    synchronized List<ApplicationRecord> applications() {
        return List.copyOf(applications.values());
    }

    synchronized Optional<ApplicationRecord> application(String name) {
        return Optional.ofNullable(applications.get(name));
    }

    synchronized void put(ApplicationRecord application) {
        applications.put(application.name(), application);
        save();
    }

    /** With all its versions. */
    synchronized void removeApplication(String name) {
        applications.remove(name);
        versions.values().removeIf(version -> version.application().equals(name));
        save();
    }

    /** Newest first. */
    synchronized List<VersionRecord> versions() {
        return versions.values().stream()
                .sorted(Comparator.comparing(VersionRecord::created).reversed())
                .toList();
    }

    synchronized Optional<VersionRecord> version(String application, String label) {
        return Optional.ofNullable(versions.get(key(application, label)));
    }

    synchronized void put(VersionRecord version) {
        versions.put(key(version.application(), version.label()), version);
        save();
    }

    synchronized void removeVersion(String application, String label) {
        versions.remove(key(application, label));
        save();
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
        file.write(new BeanstalkState(
                List.copyOf(applications.values()),
                List.copyOf(versions.values()),
                List.copyOf(environments.values()),
                List.copyOf(events)));
    }

    private static String key(String application, String label) {
        return application + "\n" + label;
    }
}
