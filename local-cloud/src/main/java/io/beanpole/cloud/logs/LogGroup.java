package io.beanpole.cloud.logs;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** A group: its streams, its tags and how long its events are kept. */
final class LogGroup {
    private final String name;
    private final long created;
    private final String logClass;
    private final Map<String, LogStream> streams = new ConcurrentSkipListMap<>();
    private final Map<String, String> tags = new TreeMap<>();
    private volatile @Nullable Integer retention;

    LogGroup(String name, long created, String logClass) {
        this.name = name;
        this.created = created;
        this.logClass = logClass;
    }

    String name() {
        return name;
    }

    long created() {
        return created;
    }

    String logClass() {
        return logClass;
    }

    /** In days; null is for ever. */
    @Nullable
    Integer retention() {
        return retention;
    }

    void keep(@Nullable Integer days) {
        retention = days;
    }

    /** The timestamp before which events aren't kept. */
    long oldest(long now) {
        Integer days = retention;
        return days == null ? Long.MIN_VALUE : now - Duration.ofDays(days).toMillis();
    }

    synchronized Map<String, String> tags() {
        return Map.copyOf(tags);
    }

    synchronized void tag(Map<String, String> more) {
        tags.putAll(more);
    }

    synchronized void untag(List<String> keys) {
        keys.forEach(tags::remove);
    }

    /** By name. */
    List<LogStream> streams() {
        return List.copyOf(streams.values());
    }

    Optional<LogStream> stream(String wanted) {
        return Optional.ofNullable(streams.get(wanted));
    }

    void add(LogStream stream) {
        streams.put(stream.name(), stream);
    }

    void remove(LogStream stream) {
        streams.remove(stream.name());
        stream.events().delete();
    }

    long bytes() {
        return streams.values().stream()
                .mapToLong(stream -> stream.events().extent().bytes())
                .sum();
    }
}
