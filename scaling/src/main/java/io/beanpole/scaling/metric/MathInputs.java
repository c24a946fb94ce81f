package io.beanpole.scaling.metric;

import io.beanpole.scaling.ScalingException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an expression is worked out over.
 *
 * @param values what the ids stand for, in the order of the request
 * @param metrics which of them are metrics and not expressions: those that METRICS() means
 * @param grid the periods that all of {@code values} have
 */
public record MathInputs(Map<String, MathValue> values, Set<String> metrics, Grid grid, SearchSource search) {
    /** Where SEARCH finds metrics. */
    @FunctionalInterface
    public interface SearchSource {
        /** The series of all metrics that fit, over the grid of the expression. */
        List<NamedSeries> find(MetricSearch search, PeriodStatistic statistic, Grid grid);
    }

    MathValue of(String id) {
        MathValue found = values.get(id);
        if (found == null) {
            throw new ScalingException("The id '" + id + "' is used in an expression but names no metric.");
        }
        return found;
    }

    int size() {
        return grid.size();
    }
}
