package io.beanpole.cloud.cloudwatch;

import io.beanpole.scaling.metric.Grid;
import io.beanpole.scaling.metric.MathInputs.SearchSource;
import io.beanpole.scaling.metric.MetricSearch;
import io.beanpole.scaling.metric.NamedSeries;
import io.beanpole.scaling.metric.PeriodStatistic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Finds what SEARCH in an expression looks for. */
final class MetricSearches implements SearchSource {
    /** As many as AWS gives, at most (evidence: [D]). */
    private static final int MOST = 100;

    private final MetricStore store;

    MetricSearches(MetricStore store) {
        this.store = store;
    }

    @Override
    public List<NamedSeries> find(MetricSearch search, PeriodStatistic statistic, Grid grid) {
        List<MetricKey> keys = store.keys().stream()
                .filter(key -> search.matches(key.namespace(), key.name(), key.dimensions()))
                .limit(MOST)
                .toList();
        return keys.stream()
                .map(key -> new NamedSeries(
                        label(key, keys),
                        new MetricQuery.Watched(key, statistic, null)
                                .series(grid.aggregate(store.between(key, grid.first(), grid.end(), null)))))
                .toList();
    }

    /** What tells it from the others that were found: values of dimensions, its name, its namespace. */
    private static String label(MetricKey key, List<MetricKey> all) {
        List<String> parts = new ArrayList<>();
        if (all.stream().anyMatch(other -> !other.namespace().equals(key.namespace()))) {
            parts.add(key.namespace());
        }
        for (Map.Entry<String, String> dimension : key.dimensions().entrySet()) {
            boolean differs = all.stream()
                    .anyMatch(other ->
                            !dimension.getValue().equals(other.dimensions().get(dimension.getKey())));
            if (differs) {
                parts.add(dimension.getValue());
            }
        }
        boolean hasNames = new TreeSet<>(all.stream().map(MetricKey::name).toList()).size() > 1;
        if (hasNames || parts.isEmpty()) {
            parts.add(key.name());
        }
        return String.join(" ", parts);
    }
}
