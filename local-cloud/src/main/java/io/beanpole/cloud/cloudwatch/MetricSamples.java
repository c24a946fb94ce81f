package io.beanpole.cloud.cloudwatch;

import io.beanpole.scaling.metric.Sample;
import io.beanpole.scaling.metric.StatisticSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of one metric: of the last three hours by the second as on AWS, of a day by the minute, and of a week by
 * five minutes. AWS keeps minutes for 15 days and longer periods for 455 (evidence: [D]).
 */
final class MetricSamples {
    private static final long FINE_SECONDS = Duration.ofHours(3).toSeconds();
    private static final long MINUTES_SECONDS = Duration.ofDays(1).toSeconds();
    private static final long KEPT_SECONDS = Duration.ofDays(7).toSeconds();
    private static final long MINUTE = 60;
    private static final long FIVE_MINUTES = 300;
    private static final int MOST = 14_000;
    private static final int TIDIES_EVERY = 256;

    private final Map<String, SampleLog> byUnit = new HashMap<>();
    private int sinceTidied;
    private long newest = Long.MIN_VALUE;

    synchronized void add(String unit, Instant at, StatisticSet values) {
        newest = Math.max(newest, at.getEpochSecond());
        byUnit.computeIfAbsent(unit, unused -> new SampleLog()).add(at.getEpochSecond(), values);
        if (++sinceTidied >= TIDIES_EVERY) {
            sinceTidied = 0;
            byUnit.values().forEach(this::tidy);
        }
    }

    private void tidy(SampleLog samples) {
        samples.tidy(newest - KEPT_SECONDS, newest - MINUTES_SECONDS, FIVE_MINUTES);
        samples.tidy(newest - KEPT_SECONDS, newest - FINE_SECONDS, MINUTE);
        samples.keepNewest(MOST);
    }

    /** How many samples it holds. */
    synchronized int size() {
        return byUnit.values().stream().mapToInt(SampleLog::size).sum();
    }

    /** Forgets the oldest, so that this part of its samples is left. */
    synchronized void shrink(double part) {
        byUnit.values().forEach(samples -> samples.keepNewest((int) (samples.size() * part)));
    }

    /** What was measured in {@code [from, to)}, of one unit or of all. */
    synchronized List<Sample> between(Instant from, Instant to, @Nullable String unit) {
        List<Sample> found = new ArrayList<>();
        byUnit.forEach((each, samples) -> {
            if (unit == null || unit.equals(each)) {
                samples.between(from.getEpochSecond(), to.getEpochSecond(), found);
            }
        });
        return found;
    }

    /** The units that it was measured in. */
    synchronized List<String> units() {
        return List.copyOf(byUnit.keySet());
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
