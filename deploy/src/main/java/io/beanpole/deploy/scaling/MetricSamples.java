package io.beanpole.deploy.scaling;

import io.beanpole.deploy.metric.MetricValues;
import io.beanpole.scaling.metric.Sample;
import io.beanpole.scaling.metric.StatisticSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;

/**
 * What metrics measured, as finely as CloudWatch still has it: count, sum and bounds of each stretch, of which every
 * statistic of longer ones can be made.
 */
public final class MetricSamples {
    private static final List<String> STATISTICS = List.of("SampleCount", "Sum", "Minimum", "Maximum");

    private MetricSamples() {}

    /** Reads some metrics in a stretch of time; one that measured nothing has no samples. */
    public static Map<Metric, List<Sample>> read(
            CloudWatchClient cloudWatch, Collection<Metric> metrics, Instant from, Instant to, Duration period) {
        var all = metrics.stream().distinct().toList();
        var found = new MetricValues(cloudWatch)
                .read("read the metrics of queues and groups", queries(all, period), from, to);
        var samples = new LinkedHashMap<Metric, List<Sample>>();
        for (int i = 0; i < all.size(); i++) {
            samples.put(all.get(i), samples(i, found));
        }
        return samples;
    }

    private static List<MetricDataQuery> queries(List<Metric> metrics, Duration period) {
        var queries = new ArrayList<MetricDataQuery>();
        for (int i = 0; i < metrics.size(); i++) {
            for (int kind = 0; kind < STATISTICS.size(); kind++) {
                queries.add(
                        query(id(i, kind), metrics.get(i), STATISTICS.get(kind), Math.toIntExact(period.toSeconds())));
            }
        }
        return queries;
    }

    private static MetricDataQuery query(String id, Metric metric, String statistic, int period) {
        return MetricDataQuery.builder()
                .id(id)
                .metricStat(stat -> stat.metric(metric).stat(statistic).period(period))
                .build();
    }

    private static List<Sample> samples(int metric, Map<String, NavigableMap<Instant, Double>> found) {
        var counts = of(found, metric, 0);
        var sums = of(found, metric, 1);
        var minima = of(found, metric, 2);
        var maxima = of(found, metric, 3);
        var samples = new ArrayList<Sample>();
        counts.forEach((at, count) -> {
            var sum = sums.get(at);
            var minimum = minima.get(at);
            var maximum = maxima.get(at);
            if (count > 0 && sum != null && minimum != null && maximum != null) {
                samples.add(new Sample(at, new StatisticSet(count, sum, minimum, maximum)));
            }
        });
        samples.sort(Comparator.comparing(Sample::at));
        return List.copyOf(samples);
    }

    private static Map<Instant, Double> of(Map<String, NavigableMap<Instant, Double>> found, int metric, int kind) {
        return found.getOrDefault(id(metric, kind), Collections.emptyNavigableMap());
    }

    private static String id(int metric, int kind) {
        return "m" + metric + "_" + kind;
    }
}
