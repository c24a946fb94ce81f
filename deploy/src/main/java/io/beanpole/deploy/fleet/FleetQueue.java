package io.beanpole.deploy.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What lies in front of a worker.
 *
 * @param name of the queue
 * @param depth messages that wait
 * @param inFlight messages that a worker has
 * @param oldest how long the oldest has waited; empty where CloudWatch doesn't tell, or nothing waits
 * @param deadLetters messages in its dead-letter queue
 * @param isCounted whether SQS counted just now; else CloudWatch told, which is minutes late on AWS
 * @param hour the depth of the last hour, by the minute, oldest first
 */
public record FleetQueue(
        String name,
        long depth,
        long inFlight,
        Optional<Duration> oldest,
        long deadLetters,
        boolean isCounted,
        List<Depth> hour) {
    public FleetQueue {
        hour = List.copyOf(hour);
    }

    /** How deep the queue was at its deepest in the minute that begins then. */
    public record Depth(Instant at, double messages) {}
}
