package io.beanpole.deploy.scaling;

import io.beanpole.scaling.design.MetricSource;
import io.beanpole.scaling.design.MetricSubject;
import java.util.Map;
import java.util.Optional;

/** Tells by a metric's dimensions whether it is about an environment's queue, its dead-letter queue or its group. */
record MetricSubjects(EnvironmentParts parts) {
    /** The metric without names. */
    MetricSource source(String namespace, String name, Map<String, String> dimensions) {
        return new MetricSource(namespace, name, subject(namespace, dimensions));
    }

    private MetricSubject subject(String namespace, Map<String, String> dimensions) {
        if (MetricSource.SQS.equals(namespace)) {
            var queue = Optional.ofNullable(dimensions.get("QueueName"));
            if (queue.isPresent() && queue.equals(parts.queueName())) {
                return MetricSubject.QUEUE;
            }
            return queue.isPresent() && queue.equals(parts.deadLetterQueueName())
                    ? MetricSubject.DEAD_LETTER_QUEUE
                    : MetricSubject.OTHER;
        }
        var group = Optional.ofNullable(dimensions.get("AutoScalingGroupName"));
        return MetricSource.AUTO_SCALING.equals(namespace) && group.equals(parts.group())
                ? MetricSubject.GROUP
                : MetricSubject.OTHER;
    }
}
