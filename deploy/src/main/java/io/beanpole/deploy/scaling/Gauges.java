package io.beanpole.deploy.scaling;

import io.beanpole.scaling.why.Gauge;
import io.beanpole.scaling.why.Measured;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Metric;

/** Depth, in flight, age, instances and protection over time. */
final class Gauges {
    private final CloudWatchClient cloudWatch;
    private final ProtectionMetric protection;

    Gauges(CloudWatchClient cloudWatch, ProtectionMetric protection) {
        this.cloudWatch = cloudWatch;
        this.protection = protection;
    }

    List<Measured> of(EnvironmentParts parts, Instant from, Instant to, Duration period) {
        var measured = new ArrayList<Measured>();
        for (var series : new MetricReading(cloudWatch).series(parts, from, to, period)) {
            series.points()
                    .forEach(point -> measured.add(new Measured(gauge(series.kind()), point.at(), point.value())));
        }
        parts.group().ifPresent(group -> protectedInstances(group, from, to).forEach(measured::add));
        return measured;
    }

    private static Gauge gauge(Series.Kind kind) {
        return switch (kind) {
            case DEPTH -> Gauge.WAITING;
            case IN_FLIGHT -> Gauge.IN_FLIGHT;
            case OLDEST -> Gauge.OLDEST;
            case DESIRED -> Gauge.DESIRED;
            case IN_SERVICE -> Gauge.IN_SERVICE;
        };
    }

    /** Each instance counts 1 a minute, so the sum of a minute is how many they are. */
    private List<Measured> protectedInstances(String group, Instant from, Instant to) {
        var metric = Metric.builder()
                .namespace(protection.namespace())
                .metricName(protection.name())
                .dimensions(dimension -> dimension.name("AutoScalingGroupName").value(group))
                .build();
        return MetricSamples.read(cloudWatch, List.of(metric), from, to, Duration.ofMinutes(1))
                .getOrDefault(metric, List.of())
                .stream()
                .map(sample -> new Measured(
                        Gauge.PROTECTED, sample.at(), sample.values().sum()))
                .toList();
    }
}
