package io.beanpole.scaling.why;

import java.time.Instant;

/** The value of a gauge at a time. */
public record Measured(Gauge gauge, Instant at, double value) {}
