package io.beanpole.scaling.design;

import io.beanpole.scaling.ScalingException;
import java.time.Duration;
import java.util.List;

/**
 * What an alarm compares, or a policy tracks: one metric, or an expression over several.
 *
 * @param returned the id of the term whose value counts
 */
public record WatchedMetric(List<MetricTerm> terms, String returned, Duration period) {
    public WatchedMetric {
        terms = List.copyOf(terms);
        if (terms.stream().noneMatch(each -> each.id().equals(returned))) {
            throw new ScalingException("No term is called " + returned + ", whose value should count.");
        }
    }

    /** One metric. */
    public static WatchedMetric of(MetricSource source, String statistic, Duration period) {
        return new WatchedMetric(List.of(MetricTerm.metric("m1", source, statistic)), "m1", period);
    }

    /** The term whose value counts. */
    public MetricTerm result() {
        return terms.stream()
                .filter(each -> each.id().equals(returned))
                .findFirst()
                .orElseThrow();
    }

    /** Whether a metric is among its terms, whatever the statistic. */
    public boolean uses(MetricSource source) {
        return terms.stream().anyMatch(each -> source.equals(each.source()));
    }
}
