package io.beanpole.deploy.fleet;

import io.beanpole.deploy.fleet.FleetQueue.Depth;
import io.beanpole.deploy.metric.MetricValues;
import io.beanpole.deploy.metric.QueueMetric;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;

/**
 * The last hour of all queues as CloudWatch keeps it. AWS charges by the metric and has a new value a minute, so that it
 * is asked once a minute there.
 */
final class QueueMetrics {
    private static final int METRICS = 4;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration PERIOD = Duration.ofMinutes(1);
    /** What is older says nothing about now; on AWS the metrics of SQS come up to five minutes late. */
    private static final Duration CURRENT = Duration.ofMinutes(10);

    private static final String DEPTH = "d";
    private static final String IN_FLIGHT = "f";
    private static final String OLDEST = "o";
    private static final String DEAD = "l";

    private final CloudWatchClient cloudWatch;
    private final Duration fresh;
    private Map<String, FleetQueue> known = Map.of();
    private List<WorkerQueue> asked = List.of();
    private Instant readAt = Instant.EPOCH;
    private boolean isWaiting;

    /** @param fresh how long a reading is good for */
    QueueMetrics(CloudWatchClient cloudWatch, Duration fresh) {
        this.cloudWatch = cloudWatch;
        this.fresh = fresh;
    }

    /** By the queue's name; a queue that CloudWatch knows nothing of is empty, as an unused one is. */
    Map<String, FleetQueue> read(Collection<WorkerQueue> queues, Requests requests, Instant now) {
        var wanted = queues.stream().distinct().toList();
        var isDue = !wanted.equals(asked) || !now.isBefore(readAt.plus(fresh));
        var cost = MetricValues.requests(wanted.size() * METRICS);
        if (isDue && cost > requests.left() && !isWaiting) {
            // The next reading has more to spend.
            isWaiting = true;
        } else if (isDue) {
            isWaiting = false;
            requests.optional(() -> values(wanted, requests, now))
                    .ifPresent(values -> known = facts(wanted, values, now));
            asked = wanted;
            readAt = now;
        }
        return known;
    }

    private Map<String, NavigableMap<Instant, Double>> values(
            List<WorkerQueue> queues, Requests requests, Instant now) {
        return new MetricValues(cloudWatch, requests::pages)
                .read("read the metrics of the workers' queues", queries(queues), now.minus(HOUR), now);
    }

    private static List<MetricDataQuery> queries(List<WorkerQueue> queues) {
        var queries = new ArrayList<MetricDataQuery>();
        for (int i = 0; i < queues.size(); i++) {
            var queue = queues.get(i);
            var id = i;
            queries.add(QueueMetric.VISIBLE.of(queue.name(), DEPTH + id, PERIOD));
            queries.add(QueueMetric.IN_FLIGHT.of(queue.name(), IN_FLIGHT + id, PERIOD));
            queries.add(QueueMetric.OLDEST.of(queue.name(), OLDEST + id, PERIOD));
            queue.deadLetterName().ifPresent(name -> queries.add(QueueMetric.VISIBLE.of(name, DEAD + id, PERIOD)));
        }
        return queries;
    }

    private static Map<String, FleetQueue> facts(
            List<WorkerQueue> queues, Map<String, NavigableMap<Instant, Double>> values, Instant now) {
        var facts = new HashMap<String, FleetQueue>();
        for (int i = 0; i < queues.size(); i++) {
            var hour = values.getOrDefault(DEPTH + i, Collections.emptyNavigableMap()).entrySet().stream()
                    .map(point -> new Depth(point.getKey(), point.getValue()))
                    .toList();
            var depth = newest(values.get(DEPTH + i), now);
            var oldest = newest(values.get(OLDEST + i), now);
            facts.put(
                    queues.get(i).name(),
                    new FleetQueue(
                            queues.get(i).name(),
                            depth.orElse(0L),
                            newest(values.get(IN_FLIGHT + i), now).orElse(0L),
                            depth.filter(messages -> messages > 0).flatMap(some -> oldest.map(Duration::ofSeconds)),
                            newest(values.get(DEAD + i), now).orElse(0L),
                            false,
                            hour));
        }
        return facts;
    }

    private static Optional<Long> newest(@Nullable NavigableMap<Instant, Double> points, Instant now) {
        return Optional.ofNullable(points)
                .map(NavigableMap::lastEntry)
                .filter(point -> point.getKey().isAfter(now.minus(CURRENT)))
                .map(point -> Math.round(point.getValue()));
    }
}
