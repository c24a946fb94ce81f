package io.beanpole.cloud.beanstalk.health;

import io.beanpole.cloud.Pace;
import io.beanpole.cloud.cloudwatch.MetricSink;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks every environment's health every ten seconds, and publishes it as often as is wanted. */
public final class HealthMonitor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HealthMonitor.class);

    private final Supplier<List<EnvironmentHealth>> alive;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "health-monitor");
        thread.setDaemon(true);
        return thread;
    });

    /** @param pace how fast the ten seconds go by */
    public HealthMonitor(Supplier<List<EnvironmentHealth>> alive, Clock clock, Pace pace) {
        this.alive = alive;
        this.clock = clock;
        every(pace.of(EnvironmentHealth.CHECK), EnvironmentHealth::check);
    }

    /** Publishes the metrics of each environment and its instances from now on, once an interval. */
    public void publish(MetricSink metrics, Duration interval) {
        HealthMetrics publication = new HealthMetrics(metrics, clock);
        every(interval, publication::publish);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private void every(Duration interval, Consumer<EnvironmentHealth> look) {
        timer.scheduleWithFixedDelay(
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
