package io.beanpole.cloud.cloudwatch;

import java.time.Instant;

/** A service that measures itself whenever metrics are due, right before alarms look at them. */
@FunctionalInterface
public interface MetricSource {
    /**
     * Puts all metrics of this moment.
     *
     * @param at the time to stamp them with
     */
    void measure(Instant at, MetricSink sink);
}
