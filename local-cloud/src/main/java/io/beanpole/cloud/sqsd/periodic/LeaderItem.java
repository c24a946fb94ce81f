package io.beanpole.cloud.sqsd.periodic;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** One item of the table {@code AWSEBWorkerCronLeaderRegistry}: its hash key and its attributes [S2]. */
public record LeaderItem(String id, Map<String, String> attributes) {
    static final String REGISTRATION = "registration-record";
    static final String LEADER = "leader-election-record";
    private static final String TASK = "task-";

    public LeaderItem {
        attributes = Map.copyOf(attributes);
    }

    /** The item of a task's last run. */
    static String ofTask(String name) {
        return TASK + name;
    }

    /** Whether it must outlive the daemons: only what was scheduled last; who led then means nothing later. */
    boolean isOfTask() {
        return id.startsWith(TASK);
    }

    String text(String name) {
        return attributes.getOrDefault(name, "");
    }

    long number(String name) {
        String text = text(name);
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    Instant time(String name) {
        return Instant.ofEpochMilli(number(name));
    }

    LeaderItem with(String name, String value) {
        Map<String, String> next = new LinkedHashMap<>(attributes);
        next.put(name, value);
        return new LeaderItem(id, next);
    }

    LeaderItem with(String name, Instant value) {
        return with(name, String.valueOf(value.toEpochMilli()));
    }
}
