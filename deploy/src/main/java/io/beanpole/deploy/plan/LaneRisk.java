package io.beanpole.deploy.plan;

import java.time.Duration;
import java.util.Optional;

/**
 * What a deployment puts at risk on a worker.
 *
 * @param queueName the queue that its daemon reads
 * @param depth messages that wait
 * @param inFlight messages that its instances have: with the application, or prefetched by the daemon
 * @param atWork of these the most that the application can have now: instances times HttpConnections
 * @param drainLimit how long the drain hook waits on each instance; empty when it isn't switched on
 * @param duplicates messages that are worked on a second time at most, because their instance was changed meanwhile
 * @param words the same in a sentence
 */
public record LaneRisk(
        String queueName,
        long depth,
        long inFlight,
        long atWork,
        Optional<Duration> drainLimit,
        long duplicates,
        String words) {}
