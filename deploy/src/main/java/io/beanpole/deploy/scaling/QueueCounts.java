package io.beanpole.deploy.scaling;

import io.beanpole.deploy.aws.AwsCall;
import io.beanpole.scaling.why.QueueSnapshot;
import java.time.Instant;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** What a queue counts by itself, which is seconds old where its metrics are minutes old. */
final class QueueCounts {
    private QueueCounts() {}

    static QueueSnapshot of(SqsClient sqs, String url, Instant now) {
        var attributes = AwsCall.to(
                "read the counts of the queue " + EnvironmentParts.nameOfQueue(url),
                () -> sqs.getQueueAttributes(request -> request.queueUrl(url)
                                .attributeNames(
                                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                        .attributes());
        return new QueueSnapshot(
                now,
                Long.parseLong(attributes.getOrDefault(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, "0")),
                Long.parseLong(
                        attributes.getOrDefault(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE, "0")));
    }
}
