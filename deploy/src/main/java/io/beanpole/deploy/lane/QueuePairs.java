package io.beanpole.deploy.lane;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.aws.AwsCall;
import io.beanpole.deploy.scaling.EnvironmentParts;
import io.beanpole.deploy.scaling.EnvironmentResources;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/** Finds a queue and its dead-letter queue by whatever people call it: lane, environment, queue name or URL. */
public final class QueuePairs implements AutoCloseable {
    private final ElasticBeanstalkClient beanstalk;
    private final SqsClient sqs;
    private final LaneQueues queues;

    /** The queues of a cloud. */
    public QueuePairs(AwsAccess access) {
        beanstalk = access.client(ElasticBeanstalkClient.builder());
        sqs = access.client(SqsClient.builder());
        queues = new LaneQueues(sqs);
    }

    /** The queue that an environment drains, with its dead-letter queue. */
    public QueuePair ofEnvironment(String label, String environmentName) {
        var parts = new EnvironmentResources(beanstalk).of(environmentName);
        var url = parts.queueUrl()
                .orElseThrow(() -> new DeployException(
                        environmentName + " drains no queue: it is no worker environment, or has no queue yet."));
        return pair(label, parts, url);
    }

    /** A queue by its name or URL, whoever drains it; empty when there is no queue of this name. */
    public Optional<QueuePair> ofQueue(String nameOrUrl) {
        return (nameOrUrl.contains("://") ? Optional.of(nameOrUrl) : url(nameOrUrl)).map(url -> {
            var parts = new EnvironmentParts("", Optional.empty(), Optional.of(url), Optional.empty());
            return pair(EnvironmentParts.nameOfQueue(url), parts, url);
        });
    }

    /** All attributes of a queue, by SQS's names. */
    public Map<String, String> attributes(String url) {
        return AwsCall.to(
                "read the attributes of the queue " + EnvironmentParts.nameOfQueue(url),
                () -> sqs.getQueueAttributes(request -> request.queueUrl(url).attributeNames(QueueAttributeName.ALL))
                        .attributesAsStrings());
    }

    /** The URL of a dead-letter queue that a redrive policy names; empty where there is none. */
    public Optional<String> deadLetterUrl(Map<String, String> attributes) {
        return queues.deadLetterUrlOf(attributes.getOrDefault("RedrivePolicy", ""));
    }

    private QueuePair pair(String label, EnvironmentParts parts, String url) {
        var dead = queues.counts(parts)
                .map(LaneQueues.Counts::deadLetterQueueUrl)
                .orElseThrow(() -> new DeployException(
                        "The queue " + EnvironmentParts.nameOfQueue(url) + " is gone.",
                        "./beanpole lanes lists the lanes."));
        return new QueuePair(label, parts.environmentName(), url, dead);
    }

    private Optional<String> url(String name) {
        return AwsCall.to("find the queue " + name, () -> {
            try {
                return Optional.of(
                        sqs.getQueueUrl(request -> request.queueName(name)).queueUrl());
            } catch (QueueDoesNotExistException e) {
                return Optional.empty();
            }
        });
    }

    @Override
    public void close() {
        sqs.close();
        beanstalk.close();
    }
}
