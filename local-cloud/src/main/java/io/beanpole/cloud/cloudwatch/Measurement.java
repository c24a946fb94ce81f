package io.beanpole.cloud.cloudwatch;

import java.time.Instant;
import java.util.Map;

/**
 * One value of a service's own metric.
 *
 * @param namespace AWS/SQS and the like
 * @param unit as CloudWatch names it: Count, Seconds, None ...
 */
public record Measurement(
        String namespace, String name, Map<String, String> dimensions, Instant at, double value, String unit) {}
