package io.beanpole.deploy.lane;

import io.beanpole.deploy.aws.AwsCall;
import io.beanpole.deploy.scaling.EnvironmentParts;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The queues of lanes, counted by SQS itself. */
final class LaneQueues {
    private final SqsClient sqs;
    /** URL by ARN, because a queue's redrive policy names its dead-letter queue by ARN only. */
    private final Map<String, String> urls = new ConcurrentHashMap<>();

    LaneQueues(SqsClient sqs) {
        this.sqs = sqs;
    }

    /** The counts of a lane's queue and its dead-letter queue; empty if the queue is gone. */
    Optional<Counts> counts(EnvironmentParts parts) {
        return parts.queueUrl()
                .flatMap(url -> attributes(url).map(queue -> {
                    var deadLetterUrl = parts.deadLetterQueueUrl().or(() -> deadLetterUrl(queue));
                    var deadLetters = deadLetterUrl.flatMap(this::attributes);
                    return new Counts(
                            number(queue, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES),
                            number(queue, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE),
                            number(queue, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED),
                            deadLetterUrl.orElse(""),
                            deadLetters.map(LaneQueues::total).orElse(0L));
                }));
    }

    private Optional<Map<QueueAttributeName, String>> attributes(String url) {
        return AwsCall.to("count the messages of " + EnvironmentParts.nameOfQueue(url), () -> {
            try {
                return Optional.of(
                        sqs.getQueueAttributes(request -> request.queueUrl(url).attributeNames(QueueAttributeName.ALL))
                                .attributes());
            } catch (QueueDoesNotExistException e) {
                return Optional.empty();
            }
        });
    }

    private Optional<String> deadLetterUrl(Map<QueueAttributeName, String> queue) {
        return deadLetterUrlOf(queue.getOrDefault(QueueAttributeName.REDRIVE_POLICY, ""));
    }

    /** The URL of the dead-letter queue that a redrive policy names; empty where it names none, or one that is gone. */
    Optional<String> deadLetterUrlOf(String policy) {
        if (policy.isEmpty()) {
            return Optional.empty();
        }
        return arn(policy).flatMap(arn -> {
            var url = urls.get(arn);
            return url != null ? Optional.of(url) : lookUp(arn);
        });
    }

    private static Optional<String> arn(String policy) {
        try {
            var arn = JsonMapper.shared().readTree(policy).path("deadLetterTargetArn");
            return arn.isString() ? Optional.of(arn.asString()) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private Optional<String> lookUp(String arn) {
        var name = arn.substring(arn.lastIndexOf(':') + 1);
        return AwsCall.to("find the dead-letter queue " + name, () -> {
            try {
                var url = sqs.getQueueUrl(request -> request.queueName(name)).queueUrl();
                urls.put(arn, url);
                return Optional.of(url);
            } catch (QueueDoesNotExistException e) {
                return Optional.empty();
            }
        });
    }

    /** All that lie there, also those that somebody looks at just now. */
    private static long total(Map<QueueAttributeName, String> queue) {
        return number(queue, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES)
                + number(queue, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE)
                + number(queue, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED);
    }

    private static long number(Map<QueueAttributeName, String> queue, QueueAttributeName name) {
        return Long.parseLong(queue.getOrDefault(name, "0"));
    }

    /** What lies in a lane. */
    record Counts(long depth, long inFlight, long delayed, String deadLetterQueueUrl, long deadLetters) {}
}
