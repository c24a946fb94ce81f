package io.beanpole.cloud;

import java.time.Duration;
import java.util.Set;

/**
 * Where AWS has one way and a laptop may want another; the defaults are AWS's.
 *
 * @param metricInterval how often services publish metrics and alarms are evaluated; a minute on AWS
 * @param pace how fast the times go by that AWS only waits for
 * @param sqsdProfile which daemon's handling of failed messages is followed, one of {@link #SQSD_PROFILES}
 * @param platformProxy whether the platform's nginx stands between sqsd and the application
 * @param queueMetricSleep whether the metrics of a queue that is idle for six hours sleep, and wake up to 15 minutes late
 */
public record Behaviour(
        Duration metricInterval, Pace pace, String sqsdProfile, boolean platformProxy, boolean queueMetricSleep) {
    /** Measured in the field, the source of the daemon's second generation, and as the documentation has it. */
    public static final Set<String> SQSD_PROFILES = Set.of("3.0.5-measured", "2.x", "docs");

    /** As on AWS, ECS-managed Docker: no proxy. */
    public static final Behaviour AS_ON_AWS =
            new Behaviour(Duration.ofMinutes(1), Pace.AS_ON_AWS, "3.0.5-measured", false, true);

    public Behaviour withMetricInterval(Duration next) {
        return new Behaviour(next, pace, sqsdProfile, platformProxy, queueMetricSleep);
    }

    public Behaviour withPace(Pace next) {
        return new Behaviour(metricInterval, next, sqsdProfile, platformProxy, queueMetricSleep);
    }

    public Behaviour withSqsdProfile(String next) {
        return new Behaviour(metricInterval, pace, next, platformProxy, queueMetricSleep);
    }

    public Behaviour withPlatformProxy(boolean next) {
        return new Behaviour(metricInterval, pace, sqsdProfile, next, queueMetricSleep);
    }

    public Behaviour withQueueMetricSleep(boolean next) {
        return new Behaviour(metricInterval, pace, sqsdProfile, platformProxy, next);
    }
}
