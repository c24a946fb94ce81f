package io.beanpole.deploy.lane;

import io.beanpole.deploy.scaling.AlarmSummary;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One lane at one moment.
 *
 * @param name as deployment.yml calls it, else the environment's name
 * @param depth messages that wait (ApproximateNumberOfMessages)
 * @param inFlight messages that a worker has (ApproximateNumberOfMessagesNotVisible)
 * @param oldest age of the oldest message that waits, from CloudWatch; empty when there is none or no data
 * @param deadLetters messages in the dead-letter queue
 * @param instances in service
 * @param alarms the alarms on this lane's queues
 */
public record LaneState(
        String name,
        String environmentName,
        String queueName,
        String queueUrl,
        String deadLetterQueueUrl,
        long depth,
        long inFlight,
        long delayed,
        Optional<Duration> oldest,
        long deadLetters,
        int instances,
        int desired,
        List<AlarmSummary> alarms) {}
