package io.beanpole.deploy.deadletter;

import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.aws.AwsCall;
import io.beanpole.deploy.lane.QueuePair;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** SQS's own way back for a whole dead-letter queue (StartMessageMoveTask, reference 5.3). */
public final class MoveTask {
    private MoveTask() {}

    /**
     * Starts it; SQS goes on by itself.
     *
     * @param perSecond the most messages a second, 1 to 500
     * @return the handle by which it can be cancelled
     */
    public static String start(AwsAccess access, QueuePair pair, int perSecond) {
        try (var sqs = access.client(SqsClient.builder())) {
            return AwsCall.to(
                    "have SQS move the dead letters of " + pair.label(),
                    () -> sqs.startMessageMoveTask(request -> request.sourceArn(arn(sqs, pair.deadLetterUrl()))
                                    .destinationArn(arn(sqs, pair.queueUrl()))
                                    .maxNumberOfMessagesPerSecond(perSecond))
                            .taskHandle());
        }
    }

    private static String arn(SqsClient sqs, String url) {
        return sqs.getQueueAttributes(request -> request.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .getOrDefault(QueueAttributeName.QUEUE_ARN, "");
    }
}
