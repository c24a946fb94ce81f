package io.beanpole.cloud.autoscaling;

/** How Auto Scaling reaches topics of SNS and queues of SQS. */
@FunctionalInterface
public interface Messenger {
    /**
     * Sends to a topic or queue.
     *
     * @param target its ARN
     * @param subject for a topic
     * @throws RuntimeException when it could not be sent; the caller logs it
     */
    void send(String target, String subject, String message);
}
