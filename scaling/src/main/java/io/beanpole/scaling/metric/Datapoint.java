package io.beanpole.scaling.metric;

import java.time.Instant;
import java.util.OptionalDouble;

/**
 * The value of one period.
 *
 * @param start when the period began
 * @param sampleCount how many values it was made of; empty for the result of an expression
 */
public record Datapoint(Instant start, double value, OptionalDouble sampleCount) {}
