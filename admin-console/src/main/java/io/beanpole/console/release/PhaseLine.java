package io.beanpole.console.release;

import java.time.Duration;

/** A phase of a deployment, with the time it took or has taken so far. */
public record PhaseLine(String name, Duration took, boolean isRunning) {}
