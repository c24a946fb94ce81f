package io.beanpole.cloud.cloudwatch;

import java.time.Instant;

/** Where services of this cloud put their own metrics, the AWS/... namespaces. */
@FunctionalInterface
public interface MetricSink {
    /**
     * Keeps one value.
     *
     * @param unit as CloudWatch names it: Count, Seconds, None ...
     */
    void put(MetricKey metric, Instant at, double value, String unit);

    /** Keeps a value that was there several times. */
    default void put(MetricKey metric, Instant at, double value, long count, String unit) {
        for (long i = 0; i < count; i++) {
            put(metric, at, value, unit);
        }
    }
}
