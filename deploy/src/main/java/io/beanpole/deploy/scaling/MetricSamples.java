package io.beanpole.deploy.scaling;

import io.beanpole.deploy.aws.AwsCall;
import io.beanpole.scaling.metric.Sample;
import io.beanpole.scaling.metric.StatisticSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;

/**
 * What metrics measured, as finely as CloudWatch still has it: count, sum and bounds of each stretch, of which every
 * statistic of longer ones can be made.
 */
public final class MetricSamples {
    private static final List<String> STATISTICS = List.of("SampleCount", "Sum", "Minimum", "Maximum");

    /** The most queries that one GetMetricData takes. */
    private static final int MOST_QUERIES = 500;

    private final CloudWatchClient cloudWatch;
    private final Map<Metric, List<Sample>> samples = new LinkedHashMap<>();

    private MetricSamples(CloudWatchClient cloudWatch) {
        this.cloudWatch = cloudWatch;
    }

    /** Reads some metrics in a stretch of time; one that measured nothing has no samples. */
    public static Map<Metric, List<Sample>> read(
            CloudWatchClient cloudWatch, Collection<Metric> metrics, Instant from, Instant to, Duration period) {
        var reading = new MetricSamples(cloudWatch);
        var all = metrics.stream().distinct().toList();
        int most = MOST_QUERIES / STATISTICS.size();
        for (int i = 0; i < all.size(); i += most) {
            reading.read(all.subList(i, Math.min(all.size(), i + most)), from, to, Math.toIntExact(period.toSeconds()));
        }
        return reading.samples;
    }

    private void read(List<Metric> metrics, Instant from, Instant to, int period) {
        var queries = new ArrayList<MetricDataQuery>();
        for (int i = 0; i < metrics.size(); i++) {
            for (int kind = 0; kind < STATISTICS.size(); kind++) {
                queries.add(query("m" + i + "_" + kind, metrics.get(i), STATISTICS.get(kind), period));
            }
        }
        var found = values(queries, from, to);
        for (int i = 0; i < metrics.size(); i++) {
            samples.put(metrics.get(i), samples(i, found));
        }
    }

    private static MetricDataQuery query(String id, Metric metric, String statistic, int period) {
        return MetricDataQuery.builder()
                .id(id)
                .metricStat(stat -> stat.metric(metric).stat(statistic).period(period))
                .build();
    }

    /** A series may come in pieces, one a page. */
    private Map<String, Map<Instant, Double>> values(List<MetricDataQuery> queries, Instant from, Instant to) {
        var results = AwsCall.to(
                "read the metrics of queues and groups",
                () -> cloudWatch
                        .getMetricDataPaginator(request -> request.metricDataQueries(queries)
                                .startTime(from)
                                .endTime(to)
                                .scanBy(ScanBy.TIMESTAMP_ASCENDING))
                        .metricDataResults()
                        .stream()
                        .toList());
        var values = new LinkedHashMap<String, Map<Instant, Double>>();
        for (var result : results) {
            var into = values.computeIfAbsent(result.id(), id -> new TreeMap<>());
            for (int i = 0; i < result.values().size(); i++) {
                into.put(result.timestamps().get(i), result.values().get(i));
            }
        }
        return values;
    }

    private static List<Sample> samples(int metric, Map<String, Map<Instant, Double>> found) {
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

    private static Map<Instant, Double> of(Map<String, Map<Instant, Double>> found, int metric, int kind) {
        return found.getOrDefault("m" + metric + "_" + kind, Map.of());
    }
}
