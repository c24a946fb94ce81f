package io.beanpole.scaling.design;

/**
 * A metric of CloudWatch by the role of what it is about.
 *
 * @param namespace such as {@code AWS/SQS}
 * @param name such as {@code ApproximateNumberOfMessagesVisible}
 */
public record MetricSource(String namespace, String name, MetricSubject subject) {
    public static final String SQS = "AWS/SQS";
    public static final String AUTO_SCALING = "AWS/AutoScaling";

    /** Messages that wait; a gauge, one point a minute (reference 5.3). */
    public static final MetricSource VISIBLE = queue("ApproximateNumberOfMessagesVisible");

    /** Messages that are being worked on, or were received and not answered yet; a gauge. */
    public static final MetricSource IN_FLIGHT = queue("ApproximateNumberOfMessagesNotVisible");

    /** Seconds that the oldest message waits; leaves out those that were received three times or more. */
    public static final MetricSource OLDEST = queue("ApproximateAgeOfOldestMessage");

    /** Messages sent; counted, so its Sum over a period is an arrival rate. */
    public static final MetricSource SENT = queue("NumberOfMessagesSent");

    /** Messages deleted, which is work done; counted. */
    public static final MetricSource DELETED = queue("NumberOfMessagesDeleted");

    /** Instances in service; there is no value while group metrics are not collected. */
    public static final MetricSource IN_SERVICE = group("GroupInServiceInstances");

    /** The desired capacity; there is no value while group metrics are not collected. */
    public static final MetricSource DESIRED = group("GroupDesiredCapacity");

    public static MetricSource queue(String name) {
        return new MetricSource(SQS, name, MetricSubject.QUEUE);
    }

    public static MetricSource group(String name) {
        return new MetricSource(AUTO_SCALING, name, MetricSubject.GROUP);
    }
}
