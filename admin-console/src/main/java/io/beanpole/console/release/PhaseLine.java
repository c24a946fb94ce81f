package io.beanpole.console.release;

import java.time.Duration;
import java.util.Optional;

/**
 * A phase of a deployment, with the time it took or has taken so far.
 *
 * @param lastTime how long it took the last time that a deployment succeeded; empty where that is not known
 */
public record PhaseLine(String name, Duration took, boolean isRunning, Optional<Duration> lastTime) {}
