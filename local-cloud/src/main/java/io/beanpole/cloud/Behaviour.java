package io.beanpole.cloud;

import io.beanpole.cloud.sqsd.SqsdBehaviour;
import java.time.Duration;

/**
 * Where AWS has one way and a laptop may want another; the defaults are AWS's.
 *
 * @param metricInterval how often services publish metrics and alarms are evaluated; a minute on AWS
 * @param pace how fast the times go by that AWS only waits for
 * @param daemons how sqsd treats messages where that is no option of an environment
 * @param queueMetricSleep whether the metrics of a queue that is idle for six hours sleep, and wake up to 15 minutes late
 */
public record Behaviour(Duration metricInterval, Pace pace, SqsdBehaviour daemons, boolean queueMetricSleep) {
    /** As on AWS, ECS-managed Docker, where the daemon posts to the application without a proxy. */
    public static final Behaviour AS_ON_AWS =
            new Behaviour(Duration.ofMinutes(1), Pace.AS_ON_AWS, SqsdBehaviour.DEFAULT, true);

    public Behaviour withMetricInterval(Duration next) {
        return new Behaviour(next, pace, daemons, queueMetricSleep);
    }

    public Behaviour withPace(Pace next) {
        return new Behaviour(metricInterval, next, daemons, queueMetricSleep);
    }

    public Behaviour withDaemons(SqsdBehaviour next) {
        return new Behaviour(metricInterval, pace, next, queueMetricSleep);
    }

    public Behaviour withQueueMetricSleep(boolean next) {
        return new Behaviour(metricInterval, pace, daemons, next);
    }
}
