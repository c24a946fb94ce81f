package io.beanpole.endtoend.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A task that its owner moved to another lane while it waited. */
public record MovedTask(DemoTask task, Instant movedAt) {
    /** From the move to its start; empty while it waits. */
    public Optional<Duration> waitedThere() {
        return task.startedAt().map(started -> Duration.between(movedAt, started));
    }
}
