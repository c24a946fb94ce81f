package io.beanpole.deploy.scaling;

import io.beanpole.scaling.why.Gauge;
import io.beanpole.scaling.why.Measured;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;

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
        for (var series : new MetricReading(cloudWatch, protection).series(parts, from, to, period)) {
            gauge(series.kind())
                    .ifPresent(gauge -> series.points()
                            .forEach(point -> measured.add(new Measured(gauge, point.at(), point.value()))));
        }
        return measured;
    }

    private static Optional<Gauge> gauge(Series.Kind kind) {
        return switch (kind) {
            case DEPTH -> Optional.of(Gauge.WAITING);
            case IN_FLIGHT -> Optional.of(Gauge.IN_FLIGHT);
            case OLDEST -> Optional.of(Gauge.OLDEST);
            case DESIRED -> Optional.of(Gauge.DESIRED);
            case IN_SERVICE -> Optional.of(Gauge.IN_SERVICE);
            case PROTECTED -> Optional.of(Gauge.PROTECTED);
            case SENT, DELETED -> Optional.empty();
        };
    }
}
