package io.beanpole.cloud.cloudwatch;

import io.beanpole.scaling.metric.Sample;
import io.beanpole.scaling.metric.StatisticSet;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * All metrics, in memory only: after a restart they begin anew. It is bounded: a thousand metrics, of which the one
 * that has been silent longest makes room for a new one.
 */
final class MetricStore implements MetricSink {
    private static final int MOST_METRICS = 1_000;

    private final ConcurrentMap<MetricKey, MetricSamples> metrics = new ConcurrentHashMap<>();

    @Override
    public void put(MetricKey metric, Instant at, double value, String unit) {
        if (Double.isFinite(value)) {
            add(metric, unit, at, StatisticSet.of(value));
        }
    }

    void add(MetricKey key, String unit, Instant at, StatisticSet values) {
        metrics.computeIfAbsent(key, unused -> new MetricSamples()).add(unit, at, values);
        if (metrics.size() > MOST_METRICS) {
            metrics.entrySet().stream()
                    .min(Comparator.comparing(each -> each.getValue().newest()))
                    .ifPresent(silent -> metrics.remove(silent.getKey()));
        }
    }

    /** What was measured in {@code [from, to)}; nothing for a metric that isn't known. */
    List<Sample> between(MetricKey key, Instant from, Instant to, @Nullable String unit) {
        MetricSamples samples = metrics.get(key);
        return samples == null ? List.of() : samples.between(from, to, unit);
    }

    Optional<MetricSamples> find(MetricKey key) {
        return Optional.ofNullable(metrics.get(key));
    }

    /** The metrics in order. */
    List<MetricKey> keys() {
        return metrics.keySet().stream().sorted().toList();
    }
}
