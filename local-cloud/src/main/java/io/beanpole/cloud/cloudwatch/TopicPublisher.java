package io.beanpole.cloud.cloudwatch;

/** How an alarm notifies a topic of SNS. */
@FunctionalInterface
public interface TopicPublisher {
    /**
     * Publishes to a topic.
     *
     * @throws io.beanpole.cloud.CloudException when there is no such topic; the message goes into the alarm's history
     */
    void publish(String topicArn, String subject, String message);
}
