package io.beanpole.scaling.design;

import io.beanpole.scaling.ScalingException;
import org.jspecify.annotations.Nullable;

/**
 * One metric or one expression among those of an alarm or of a target, as {@code MetricDataQuery} has it.
 *
 * @param id other expressions name it so
 * @param source null for an expression
 * @param statistic CloudWatch's name of it, such as {@code Maximum} or {@code p90}; null for an expression
 * @param expression metric math over the ids of other terms; null for a metric
 */
public record MetricTerm(
        String id,
        @Nullable MetricSource source,
        @Nullable String statistic,
        @Nullable String expression) {
    public MetricTerm {
        if ((source == null) == (expression == null) || (source == null) != (statistic == null)) {
            throw new ScalingException("The term " + id + " must be a metric with its statistic, or an expression.");
        }
    }

    public static MetricTerm metric(String id, MetricSource source, String statistic) {
        return new MetricTerm(id, source, statistic, null);
    }

    public static MetricTerm math(String id, String expression) {
        return new MetricTerm(id, null, null, expression);
    }
}
