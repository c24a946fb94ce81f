package io.beanpole.cloud;

import io.beanpole.cloud.autoscaling.Messenger;
import io.beanpole.cloud.sns.SnsApi;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Carries what Auto Scaling tells to topics and, for lifecycle hooks, to queues. */
final class GroupMessages implements Messenger {
    private static final String TO_QUEUE = ":sqs:";

    private final SnsApi topics;
    private final SqsClient queues;

    GroupMessages(SnsApi topics, SqsClient queues) {
        this.topics = topics;
        this.queues = queues;
    }

    @Override
    public void send(String target, String subject, String message) {
        if (target.contains(TO_QUEUE)) {
            String name = target.substring(target.lastIndexOf(':') + 1);
            String url = queues.getQueueUrl(request -> request.queueName(name)).queueUrl();
            queues.sendMessage(request -> request.queueUrl(url).messageBody(message));
        } else {
            topics.publish(target, subject, message);
        }
    }
}
