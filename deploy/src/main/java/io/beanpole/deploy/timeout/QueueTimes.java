package io.beanpole.deploy.timeout;

import java.time.Duration;
import java.util.Optional;

/**
 * A worker's queue and its dead-letter queue.
 *
 * @param isCustom whether it was named by WorkerQueueURL instead of being made by Elastic Beanstalk
 * @param retention how long SQS keeps a message from its sending on; empty where the cloud doesn't tell
 * @param maxReceives of its redrive policy; empty where it has none
 * @param deadLetterRetention empty where there is no dead-letter queue, or the cloud doesn't tell
 */
public record QueueTimes(
        String name,
        boolean isCustom,
        boolean isFifo,
        Optional<Duration> retention,
        Optional<Integer> maxReceives,
        Optional<Duration> deadLetterRetention) {}
