package io.beanpole.scaling.metric;

import java.time.Instant;

/** Values that were measured at one moment. */
public record Sample(Instant at, StatisticSet values) {}
