package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.cloudwatch.MetricKey;
import io.beanpole.cloud.cloudwatch.MetricSink;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at every environment's health again and again: every ten seconds for events, as often as wanted for metrics. */
final class HealthMonitor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HealthMonitor.class);
    private static final String NAMESPACE = "AWS/ElasticBeanstalk";
    private static final Duration LOOK = Duration.ofSeconds(10);

    private final Environments environments;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "health-monitor");
        thread.setDaemon(true);
        return thread;
    });

    HealthMonitor(Environments environments, Clock clock) {
        this.environments = environments;
        this.clock = clock;
        every(LOOK, Environment::noteHealth);
    }

    /** Publishes EnvironmentHealth, dimension EnvironmentName; an environment that is Pending has no value. */
    void publish(MetricSink metrics, Duration interval) {
        every(interval, environment -> {
            EnvironmentRecord record = environment.record();
            environment
                    .health()
                    .health()
                    .value()
                    .ifPresent(value -> metrics.put(
                            MetricKey.of(NAMESPACE, "EnvironmentHealth", Map.of("EnvironmentName", record.name())),
                            clock.instant(),
                            value,
                            "None"));
        });
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private void every(Duration interval, Consumer<Environment> look) {
        timer.scheduleAtFixedRate(
                () -> environments.alive().forEach(each -> looked(each, look)),
                interval.toMillis(),
                interval.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** One environment that fails must not end the looking at all others. */
    private static void looked(Environment environment, Consumer<Environment> look) {
        try {
            look.accept(environment);
        } catch (RuntimeException e) {
            LOG.warn("The health of an environment could not be looked at: {}", e.toString());
        }
    }
}
