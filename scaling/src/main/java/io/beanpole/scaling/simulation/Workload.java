package io.beanpole.scaling.simulation;

import io.beanpole.scaling.ScalingException;
import io.beanpole.scaling.design.MetricSubject;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * What the workers are like, and the cloud around them.
 *
 * @param meanService how long one task takes, on average
 * @param serviceSpread standard deviation over mean; 0 for tasks that all take the same time, 1 for exponential ones
 * @param slotsPerInstance tasks that an instance works on at a time: sqsd's HttpConnections
 * @param boot from the decision to the first message that a new instance takes
 * @param metricInterval how often metrics are published and alarms evaluated: a minute on AWS (reference 5.2, 5.3)
 * @param metricDelay how old a point of the queue is before an alarm sees it; those of the group come at once
 * @param slo how long a task may wait before its work begins
 * @param visibilityTimeout after which a message comes back when its worker was ended in the middle
 * @param spot how Spot capacity behaves
 * @param queueSleeps whether a queue that was empty for six hours, and that no instance called, publishes nothing until
 *     15 minutes after work came again (reference 5.3)
 * @param protection how quickly workers protect themselves, where they do
 * @param seed of everything that is random
 */
public record Workload(
        Duration meanService,
        double serviceSpread,
        int slotsPerInstance,
        Duration boot,
        Duration metricInterval,
        Duration metricDelay,
        Duration slo,
        Duration visibilityTimeout,
        SpotModel spot,
        boolean queueSleeps,
        SelfProtection protection,
        long seed) {
    public Workload {
        if (meanService.isNegative() || meanService.isZero()) {
            throw new ScalingException("A task takes " + meanService.toSeconds() + " s; it must be more than 0.");
        }
        if (!(serviceSpread >= 0) || Double.isInfinite(serviceSpread)) {
            throw new ScalingException("The spread of service times is " + serviceSpread + "; it must be 0 or more.");
        }
        if (slotsPerInstance < 1) {
            throw new ScalingException("An instance has " + slotsPerInstance + " slots; it must have 1 or more.");
        }
        if (metricInterval.isNegative() || metricInterval.isZero()) {
            throw new ScalingException(
                    "Metrics come every " + metricInterval.toSeconds() + " s; it must be more than 0.");
        }
        if (Stream.of(boot, metricDelay, slo, visibilityTimeout).anyMatch(Duration::isNegative)) {
            throw new ScalingException("The boot, the metrics' delay, the wait that is allowed and the visibility"
                    + " timeout must be 0 s or more.");
        }
    }

    /** The figures that the project's bench is bound to: 30 s a task, two slots, 150 s to boot, 120 s to wait at most. */
    public static final Workload BENCH = new Workload(
            Duration.ofSeconds(30),
            0.5,
            2,
            Duration.ofSeconds(150),
            Duration.ofMinutes(1),
            Duration.ofMinutes(1),
            Duration.ofSeconds(120),
            Duration.ofSeconds(300),
            SpotModel.NONE,
            false,
            SelfProtection.OF_OUR_WORKERS,
            1);

    /** The same, but workers protect themselves in another way. */
    public Workload with(SelfProtection other) {
        return new Workload(
                meanService,
                serviceSpread,
                slotsPerInstance,
                boot,
                metricInterval,
                metricDelay,
                slo,
                visibilityTimeout,
                spot,
                queueSleeps,
                other,
                seed);
    }

    /** How old a point of this metric is before an alarm sees it: SQS's come late, the group's own do not. */
    Duration delay(MetricSubject subject) {
        return subject == MetricSubject.QUEUE ? metricDelay : Duration.ZERO;
    }
}
