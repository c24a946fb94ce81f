package io.beanpole.deploy.lane;

import io.beanpole.deploy.scaling.AlarmSummary;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One lane at one moment, with how fast it fills and drains.
 *
 * @param name as deployment.yml calls it, else the environment's name
 * @param environmentName the worker environment that drains it
 * @param queueName the queue's name
 * @param queueUrl the queue's URL
 * @param deadLetterQueueUrl the dead-letter queue's URL; empty where there is none
 * @param depth messages that wait (ApproximateNumberOfMessages)
 * @param inFlight messages that a worker has (ApproximateNumberOfMessagesNotVisible)
 * @param delayed messages that were sent with a delay
 * @param oldest age of the oldest message that waits, from CloudWatch; null when there is none or no data
 * @param sentPerMinute messages that came in, over the last minutes (NumberOfMessagesSent); null without data
 * @param deletedPerMinute messages that were done or deleted, over the last minutes (NumberOfMessagesDeleted); null
 *     without data
 * @param timeToEmpty how long it takes at these rates until nothing waits; null when it never does, or without data
 * @param deadLetters messages in the dead-letter queue
 * @param instances in service
 * @param desired how many instances the Auto Scaling group wants
 * @param alarms the alarms on this lane's queues
 */
public record LaneReport(
        String name,
        String environmentName,
        String queueName,
        String queueUrl,
        String deadLetterQueueUrl,
        long depth,
        long inFlight,
        long delayed,
        Optional<Duration> oldest,
        Optional<Double> sentPerMinute,
        Optional<Double> deletedPerMinute,
        Optional<Duration> timeToEmpty,
        long deadLetters,
        int instances,
        int desired,
        List<AlarmSummary> alarms) {
    /** A lane's state with its flow. */
    static LaneReport of(LaneState state, Optional<LaneFlow> flow) {
        return new LaneReport(
                state.name(),
                state.environmentName(),
                state.queueName(),
                state.queueUrl(),
                state.deadLetterQueueUrl(),
                state.depth(),
                state.inFlight(),
                state.delayed(),
                state.oldest(),
                flow.map(LaneFlow::sentPerMinute),
                flow.map(LaneFlow::deletedPerMinute),
                flow.flatMap(known -> known.timeToEmpty(state.depth())),
                state.deadLetters(),
                state.instances(),
                state.desired(),
                state.alarms());
    }
}
