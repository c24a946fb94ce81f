package io.beanpole.deploy.spec;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What deployment.yml says of a lane's queues and of how the lane scales.
 *
 * @param queueName of a queue of its own; empty where Elastic Beanstalk makes the queue
 * @param attributes of the queue, by SQS's names, MessageRetentionPeriod for instance
 * @param deadLetterAttributes of the dead-letter queue
 */
public record LaneSpec(
        Optional<String> queueName,
        SortedMap<String, String> attributes,
        SortedMap<String, String> deadLetterAttributes,
        LaneScaling scaling) {
    public LaneSpec {
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
        deadLetterAttributes = Collections.unmodifiableSortedMap(new TreeMap<>(deadLetterAttributes));
    }
}
