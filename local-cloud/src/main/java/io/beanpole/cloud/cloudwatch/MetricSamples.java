package io.beanpole.cloud.cloudwatch;

import io.beanpole.scaling.metric.Sample;
import io.beanpole.scaling.metric.StatisticSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The values of one metric: of the last three hours by the second, before that by the minute, for a day. */
final class MetricSamples {
    private static final long FINE_SECONDS = Duration.ofHours(3).toSeconds();
    private static final long KEPT_SECONDS = Duration.ofHours(24).toSeconds();
    private static final long COARSE = 60;
    private static final int MOST = 4_000;
    private static final int TIDIES_EVERY = 256;

    private final Map<String, NavigableMap<Long, StatisticSet>> byUnit = new HashMap<>();
    private int sinceTidied;
    private long newest = Long.MIN_VALUE;

    synchronized void add(String unit, Instant at, StatisticSet values) {
        newest = Math.max(newest, at.getEpochSecond());
        byUnit.computeIfAbsent(unit, unused -> new TreeMap<>()).merge(at.getEpochSecond(), values, StatisticSet::plus);
        if (++sinceTidied >= TIDIES_EVERY) {
            sinceTidied = 0;
            byUnit.values().forEach(this::tidy);
        }
    }

    private void tidy(NavigableMap<Long, StatisticSet> samples) {
        samples.headMap(newest - KEPT_SECONDS).clear();
        NavigableMap<Long, StatisticSet> old = samples.headMap(newest - FINE_SECONDS, false);
        Map<Long, StatisticSet> minutes = new TreeMap<>();
        old.forEach((second, values) -> minutes.merge(second - second % COARSE, values, StatisticSet::plus));
        old.clear();
        samples.putAll(minutes);
        while (samples.size() > MOST) {
            samples.pollFirstEntry();
        }
    }

    /** What was measured in {@code [from, to)}, of one unit or of all. */
    synchronized List<Sample> between(Instant from, Instant to, @Nullable String unit) {
        List<Sample> found = new ArrayList<>();
        byUnit.forEach((each, samples) -> {
            if (unit == null || unit.equals(each)) {
                samples.subMap(from.getEpochSecond(), to.getEpochSecond())
                        .forEach((second, values) -> found.add(new Sample(Instant.ofEpochSecond(second), values)));
            }
        });
        return found;
    }

    /** The unit of most of it. */
    synchronized String unit() {
        return byUnit.entrySet().stream()
                .max(Map.Entry.comparingByValue((a, b) -> Integer.compare(a.size(), b.size())))
                .map(Map.Entry::getKey)
                .orElse("None");
    }

    /** When it was last measured. */
    synchronized Instant newest() {
        return Instant.ofEpochSecond(newest);
    }
}
