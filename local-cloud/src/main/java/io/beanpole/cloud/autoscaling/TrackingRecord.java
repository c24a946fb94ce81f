package io.beanpole.cloud.autoscaling;

import io.beanpole.scaling.policy.TargetTrackingPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a policy keeps near a target.
 *
 * @param keepsSize whether it never removes instances
 * @param predefined the name of a metric that AWS knows; null for one of the user's
 * @param label of the predefined metric; null where it needs none
 * @param queries one metric, or several and an expression over them
 */
record TrackingRecord(
        double target,
        boolean keepsSize,
        @Nullable String predefined,
        @Nullable String label,
        List<TrackedQuery> queries) {

    /**
     * A metric, or an expression over others.
     *
     * @param id other expressions name it so; null for the only metric
     * @param expression null for a metric
     * @param metric null for an expression
     * @param returns whether this is the value that is tracked
     */
    record TrackedQuery(
            @Nullable String id,
            @Nullable String expression,
            @Nullable String label,
            @Nullable TrackedMetric metric,
            boolean returns) {}

    /**
     * A metric.
     *
     * @param statistic such as Average
     * @param unit null for any
     * @param period seconds
     */
    record TrackedMetric(
            String namespace,
            String name,
            Map<String, String> dimensions,
            String statistic,
            @Nullable String unit,
            int period) {}

    /** Whether it is metric math. */
    boolean isMath() {
        return queries.stream().anyMatch(each -> each.id() != null);
    }

    TargetTrackingPolicy rule(String policy, Duration warmUp) {
        return new TargetTrackingPolicy(policy, target, keepsSize, warmUp);
    }
}
