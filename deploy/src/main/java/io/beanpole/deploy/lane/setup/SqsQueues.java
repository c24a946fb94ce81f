package io.beanpole.deploy.lane.setup;

import io.beanpole.deploy.aws.AwsCall;
import io.beanpole.deploy.scaling.EnvironmentParts;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/** Queues in SQS. */
final class SqsQueues implements QueueStore {
    private final SqsClient sqs;

    SqsQueues(SqsClient sqs) {
        this.sqs = sqs;
    }

    @Override
    public Optional<String> find(String name) {
        return AwsCall.to("look for the queue " + name, () -> {
            try {
                return Optional.of(
                        sqs.getQueueUrl(request -> request.queueName(name)).queueUrl());
            } catch (QueueDoesNotExistException e) {
                return Optional.empty();
            }
        });
    }

    @Override
    public String create(String name, SortedMap<String, String> attributes) {
        return AwsCall.to(
                "create the queue " + name,
                () -> sqs.createQueue(request -> request.queueName(name).attributesWithStrings(attributes))
                        .queueUrl());
    }

    @Override
    public Optional<Map<String, String>> attributes(String url) {
        return AwsCall.to("read the attributes of the queue " + EnvironmentParts.nameOfQueue(url), () -> {
            try {
                return Optional.of(
                        sqs.getQueueAttributes(request -> request.queueUrl(url).attributeNames(QueueAttributeName.ALL))
                                .attributesAsStrings());
            } catch (QueueDoesNotExistException e) {
                return Optional.empty();
            }
        });
    }

    @Override
    public void set(String url, SortedMap<String, String> attributes) {
        AwsCall.to(
                "set the attributes of the queue " + EnvironmentParts.nameOfQueue(url),
                () -> sqs.setQueueAttributes(request -> request.queueUrl(url).attributesWithStrings(attributes)));
    }
}
