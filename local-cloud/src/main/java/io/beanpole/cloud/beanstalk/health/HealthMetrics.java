package io.beanpole.cloud.beanstalk.health;

import io.beanpole.cloud.cloudwatch.MetricKey;
import io.beanpole.cloud.cloudwatch.MetricSink;
import io.beanpole.cloud.instance.InstanceState;
import io.beanpole.cloud.traffic.TrafficTotals;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Publishes what AWS publishes of an environment: EnvironmentHealth always, more as the ConfigDocument asks; the health
 * of each worker's daemon; and the processor time of each instance, as EC2 does, by instance and by group.
 */
final class HealthMetrics {
    private static final String BEANSTALK = "AWS/ElasticBeanstalk";
    private static final String DAEMON = "ElasticBeanstalk/SQSD";
    private static final String EC2 = "AWS/EC2";
    private static final String ENVIRONMENT = "EnvironmentName";

    private final MetricSink metrics;
    private final Clock clock;

    HealthMetrics(MetricSink metrics, Clock clock) {
        this.metrics = metrics;
        this.clock = clock;
    }

    /** An environment that is Pending has no value of EnvironmentHealth (reference 3.4 [D]). */
    void publish(EnvironmentHealth environment) {
        Instant now = clock.instant();
        Map<String, String> named = Map.of(ENVIRONMENT, environment.name());
        environment
                .view()
                .health()
                .value()
                .ifPresent(
                        value -> metrics.put(MetricKey.of(BEANSTALK, "EnvironmentHealth", named), now, value, "None"));
        ConfigDocument document = environment.document();
        List<TrafficTotals> traffic = new ArrayList<>();
        List<HealthStatus> statuses = new ArrayList<>();
        for (WatchedInstance instance : environment.environment().instances()) {
            TrafficTotals taken = instance.traffic().taken();
            traffic.add(taken);
            HealthStatus status = environment.of(instance).health();
            statuses.add(status);
            ofInstance(environment, instance, now);
            Map<String, MetricValue> values = new LinkedHashMap<>(MetricValues.requests(taken));
            values.putAll(MetricValues.instance(instance, status));
            put(
                    document.instanceMetrics(),
                    values,
                    Map.of(ENVIRONMENT, environment.name(), "InstanceId", instance.id()),
                    now);
        }
        Map<String, MetricValue> values = new LinkedHashMap<>(MetricValues.requests(TrafficTotals.of(traffic)));
        values.putAll(MetricValues.counts(statuses));
        put(document.environmentMetrics(), values, named, now);
    }

    private void ofInstance(EnvironmentHealth environment, WatchedInstance instance, Instant now) {
        String group = environment.environment().groupName();
        instance.cpu().ifPresent(share -> {
            double used = Math.min(100, share.user() + share.system());
            metrics.put(MetricKey.of(EC2, "CPUUtilization", Map.of("InstanceId", instance.id())), now, used, "Percent");
            if (!group.isEmpty()) {
                metrics.put(
                        MetricKey.of(EC2, "CPUUtilization", Map.of("AutoScalingGroupName", group)),
                        now,
                        used,
                        "Percent");
            }
        });
        if (environment.environment().isWorker() && !instance.isComingUp()) {
            boolean isWell = instance.state() == InstanceState.OK && environment.canPoll();
            metrics.put(
                    MetricKey.of(DAEMON, "Health", Map.of(ENVIRONMENT, environment.name())),
                    now,
                    isWell ? 1 : 0,
                    "None");
        }
    }

    private void put(Set<String> wanted, Map<String, MetricValue> values, Map<String, String> dimensions, Instant now) {
        values.forEach((name, value) -> {
            if (wanted.contains(name)) {
                metrics.put(MetricKey.of(BEANSTALK, name, dimensions), now, value.value(), value.unit());
            }
        });
    }
}
