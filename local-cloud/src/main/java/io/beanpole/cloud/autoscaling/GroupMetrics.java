package io.beanpole.cloud.autoscaling;

import io.beanpole.cloud.cloudwatch.MetricKey;
import io.beanpole.cloud.cloudwatch.MetricSink;
import io.beanpole.scaling.group.MemberState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes AWS/AutoScaling of each group at every interval. Groups that Elastic Beanstalk makes here have them enabled,
 * so that a console has something to draw; on AWS somebody must enable them.
 */
final class GroupMetrics implements AutoCloseable {
    static final List<String> NAMES = List.of(
            "GroupMinSize",
            "GroupMaxSize",
            "GroupDesiredCapacity",
            "GroupInServiceInstances",
            "GroupPendingInstances",
            "GroupStandbyInstances",
            "GroupTerminatingInstances",
            "GroupTotalInstances");

    private static final Logger LOG = LoggerFactory.getLogger(GroupMetrics.class);

    private final Groups groups;
    private final MetricSink sink;
    private final Clock clock;
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "group-metrics");
        thread.setDaemon(true);
        return thread;
    });

    GroupMetrics(Groups groups, MetricSink sink, Clock clock, Duration interval) {
        this.groups = groups;
        this.sink = sink;
        this.clock = clock;
        ticks.scheduleAtFixedRate(this::publish, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        ticks.shutdownNow();
    }

    private void publish() {
        try {
            Instant now = clock.instant();
            groups.read(all -> all.all().stream().map(Measured::of).toList())
                    .forEach(group -> group.values().forEach((name, value) -> {
                        Map<String, String> dimensions = Map.of("AutoScalingGroupName", group.name());
                        sink.put(MetricKey.of("AWS/AutoScaling", name, dimensions), now, value, "None");
                    }));
        } catch (RuntimeException e) {
            LOG.warn("The metrics of the groups could not be published", e);
        }
    }

    /** The metrics of one group that are enabled. */
    private record Measured(String name, Map<String, Integer> values) {
        static Measured of(Group group) {
            GroupRecord known = group.record();
            Map<String, Integer> all = new java.util.LinkedHashMap<>();
            all.put("GroupMinSize", known.size().min());
            all.put("GroupMaxSize", known.size().max());
            all.put("GroupDesiredCapacity", known.size().desired());
            all.put("GroupInServiceInstances", group.count(each -> each.state() == MemberState.IN_SERVICE));
            all.put("GroupPendingInstances", group.count(each -> each.state().isPending()));
            all.put("GroupStandbyInstances", group.count(each -> each.state() == MemberState.STANDBY));
            all.put(
                    "GroupTerminatingInstances",
                    group.count(each -> each.state().isTerminating()));
            all.put("GroupTotalInstances", group.members().size());
            all.keySet().retainAll(known.metrics());
            return new Measured(known.name(), all);
        }
    }
}
