package io.beanpole.cloud.cloudwatch;

import io.beanpole.scaling.metric.Sample;
import io.beanpole.scaling.metric.StatisticSet;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * All metrics, in memory. It is bounded twice: 5,000 metrics, of which the one that has been silent longest makes room
 * for a new one, and a million samples, of which the oldest of every metric go when there are more.
 */
final class MetricStore implements MetricSink {
    private static final int MOST_METRICS = 5_000;
    private static final int MOST_SAMPLES = 1_000_000;
    private static final int COUNTS_EVERY = 20_000;
    private static final double KEPT_PART = 0.8;

    private final ConcurrentMap<MetricKey, MetricSamples> metrics = new ConcurrentHashMap<>();
    private final AtomicInteger sinceCounted = new AtomicInteger();

    @Override
    public void put(MetricKey metric, Instant at, double value, String unit) {
        put(metric, at, value, 1, unit);
    }

    @Override
    public void put(MetricKey metric, Instant at, double value, long count, String unit) {
        if (Double.isFinite(value) && count > 0) {
            add(metric, unit, at, StatisticSet.of(value, count));
        }
    }

    void add(MetricKey key, String unit, Instant at, StatisticSet values) {
        metrics.computeIfAbsent(key, unused -> new MetricSamples()).add(unit, at, values);
        if (metrics.size() > MOST_METRICS) {
            metrics.entrySet().stream()
                    .min(Comparator.comparing(each -> each.getValue().newest()))
                    .ifPresent(silent -> metrics.remove(silent.getKey()));
        }
        if (sinceCounted.incrementAndGet() >= COUNTS_EVERY) {
            sinceCounted.set(0);
            if (samples() > MOST_SAMPLES) {
                metrics.values().forEach(each -> each.shrink(KEPT_PART));
            }
        }
    }

    /** How many samples it holds. */
    long samples() {
        return metrics.values().stream().mapToLong(MetricSamples::size).sum();
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
