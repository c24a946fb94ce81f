package io.beanpole.scaling.simulation;

import io.beanpole.scaling.design.MetricSource;
import io.beanpole.scaling.design.MetricSubject;
import io.beanpole.scaling.design.MetricTerm;
import io.beanpole.scaling.design.WatchedMetric;
import io.beanpole.scaling.group.MetricHistory;
import io.beanpole.scaling.group.MetricReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Measures at each tick what the alarms of a design look at. As in the local cloud and on AWS a value bears the time at
 * which its minute began, so what is measured now is part of the periods that end now.
 */
final class Meters {
    private final Set<MetricSource> sources = new LinkedHashSet<>();
    private final MetricHistory history;
    private final Deque<Point> late = new ArrayDeque<>();
    private final Workload workload;

    /** @param kept how far back alarms look */
    Meters(Iterable<WatchedMetric> watched, Duration kept, Workload workload) {
        this.workload = workload;
        this.history = new MetricHistory(kept.plus(workload.metricInterval()));
        for (WatchedMetric metric : watched) {
            for (MetricTerm term : metric.terms()) {
                if (term.source() != null) {
                    sources.add(term.source());
                }
            }
        }
    }

    MetricReader reader() {
        return history;
    }

    /**
     * Everything is measured, and what is old enough can be seen; NaN stands for no value. As on AWS the points of the
     * queue come later than those of the group, so of the newest periods some metrics have a value and others have none.
     */
    void measure(Instant now, ToDoubleFunction<MetricSource> meter) {
        Instant stamp = now.minus(workload.metricInterval());
        for (MetricSource source : sources) {
            double value = meter.applyAsDouble(source);
            Duration delay = workload.delay(source.subject());
            if (Double.isNaN(value)) {
                continue;
            }
            if (delay.isZero()) {
                history.put(source, stamp, value);
            } else {
                late.add(new Point(now.plus(delay), source, stamp, value));
            }
        }
        while (!late.isEmpty() && !late.getFirst().seen().isAfter(now)) {
            Point point = late.removeFirst();
            history.put(point.source(), point.stamp(), point.value());
        }
    }

    /** A value that CloudWatch does not show yet. */
    private record Point(Instant seen, MetricSource source, Instant stamp, double value) {}

    /**
     * What a metric of neither queue nor group has: no dead letters, and a worker that fetches its work sends nothing;
     * other metrics have no values.
     */
    static double unmodelled(MetricSource source) {
        boolean isTraffic = source.name().startsWith("Network");
        return isTraffic || source.subject() == MetricSubject.DEAD_LETTER_QUEUE ? 0 : Double.NaN;
    }
}
