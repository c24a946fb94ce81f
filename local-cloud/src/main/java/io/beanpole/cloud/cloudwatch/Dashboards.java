package io.beanpole.cloud.cloudwatch;

import io.beanpole.cloud.StateFile;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** All dashboards; they are kept and given back, and nothing draws them. */
final class Dashboards {
    private final StateFile<Kept> file;
    private final NavigableMap<String, Dashboard> dashboards = new TreeMap<>();
    private final Clock clock;
    private final String arnPrefix;

    Dashboards(Path directory, Clock clock, String arnPrefix) {
        this.file = new StateFile<>(directory.resolve("dashboards.json"), Kept.class);
        this.clock = clock;
        this.arnPrefix = arnPrefix;
        file.read(() -> new Kept(List.of())).dashboards().forEach(each -> dashboards.put(each.name(), each));
    }

    /** One of them; the body is the JSON that was put. */
    record Dashboard(String name, String body, long modifiedMillis) {
        Instant modified() {
            return Instant.ofEpochMilli(modifiedMillis);
        }
    }

    /** What stands in the file. */
    record Kept(List<Dashboard> dashboards) {}

    String arnOf(String name) {
        return arnPrefix + name;
    }

    synchronized void put(String name, String body) {
        dashboards.put(name, new Dashboard(name, body, clock.millis()));
        keep();
    }

    synchronized Optional<Dashboard> find(String name) {
        return Optional.ofNullable(dashboards.get(name));
    }

    /** All of them by name. */
    synchronized List<Dashboard> all() {
        return List.copyOf(dashboards.values());
    }

    synchronized void delete(Collection<String> names) {
        names.forEach(dashboards::remove);
        keep();
    }

    private void keep() {
        file.write(new Kept(List.copyOf(dashboards.values())));
    }
}
