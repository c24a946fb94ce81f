package io.beanpole.endtoend.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A task of the demo as the API tells it. */
public record DemoTask(
        String id, String lane, String state, int attempts, Instant createdAt, Optional<Instant> startedAt) {
    private static final Set<String> ENDED = Set.of("SUCCEEDED", "FAILED", "CANCELLED");

    static DemoTask of(JsonNode task) {
        return new DemoTask(
                task.get("id").asString(),
                task.get("lane").asString(),
                task.get("state").asString(),
                task.get("attempts").asInt(),
                Instant.parse(task.get("createdAt").asString()),
                task.path("startedAt").isNull() || task.path("startedAt").isMissingNode()
                        ? Optional.empty()
                        : Optional.of(Instant.parse(task.get("startedAt").asString())));
    }

    public boolean hasEnded() {
        return ENDED.contains(state);
    }

    public boolean hasSucceeded() {
        return state.equals("SUCCEEDED");
    }

    /** From submission to the start of the attempt that counted; empty while it waits. */
    public Optional<Duration> waited() {
        return startedAt.map(started -> Duration.between(createdAt, started));
    }
}
