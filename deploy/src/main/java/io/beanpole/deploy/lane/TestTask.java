package io.beanpole.deploy.lane;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A test task on its way.
 *
 * @param state as the application tells it, QUEUED for instance
 * @param waited from submission to start, once it started
 */
public record TestTask(
        String id, String laneName, Instant submittedAt, String state, Optional<Duration> waited, boolean isDone) {}
