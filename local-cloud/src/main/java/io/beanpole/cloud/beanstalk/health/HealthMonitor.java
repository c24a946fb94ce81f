package io.beanpole.cloud.beanstalk.health;

import io.beanpole.cloud.cloudwatch.MetricKey;
import io.beanpole.cloud.cloudwatch.MetricSink;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at every environment's health again and again: every ten seconds for events, as often as wanted for metrics. */
public final class HealthMonitor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HealthMonitor.class);
    private static final String NAMESPACE = "AWS/ElasticBeanstalk";
    private static final Duration LOOK = Duration.ofSeconds(10);

    private final Supplier<List<EnvironmentHealth>> alive;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "health-monitor");
        thread.setDaemon(true);
        return thread;
    });

    public HealthMonitor(Supplier<List<EnvironmentHealth>> alive, Clock clock) {
        this.alive = alive;
        this.clock = clock;
        every(LOOK, EnvironmentHealth::note);
    }

    /** Publishes EnvironmentHealth, dimension EnvironmentName; an environment that is Pending has no value. */
    public void publish(MetricSink metrics, Duration interval) {
        every(
                interval,
                environment -> environment
                        .view()
                        .health()
                        .value()
                        .ifPresent(value -> metrics.put(
                                MetricKey.of(
                                        NAMESPACE, "EnvironmentHealth", Map.of("EnvironmentName", environment.name())),
                                clock.instant(),
                                value,
                                "None")));
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private void every(Duration interval, Consumer<EnvironmentHealth> look) {
        timer.scheduleAtFixedRate(
                () -> alive.get().forEach(each -> looked(each, look)),
                interval.toMillis(),
                interval.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** One environment that fails must not end the looking at all others. */
    private static void looked(EnvironmentHealth environment, Consumer<EnvironmentHealth> look) {
        try {
            look.accept(environment);
        } catch (RuntimeException e) {
            LOG.warn("The health of an environment could not be looked at: {}", e.toString());
        }
    }
}
