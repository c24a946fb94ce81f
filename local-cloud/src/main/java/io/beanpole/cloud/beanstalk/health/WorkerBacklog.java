package io.beanpole.cloud.beanstalk.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** How many messages wait for a worker environment and how many stand in its dead-letter queue. */
final class WorkerBacklog {
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final SqsClient sqs;
    private final Clock clock;
    private Instant readAt = Instant.EPOCH;
    private Depth last = new Depth(0, 0);

    WorkerBacklog(SqsClient sqs, Clock clock) {
        this.sqs = sqs;
        this.clock = clock;
    }

    /** Read at most once a second; a queue that can't be read counts as empty, because the daemon's log names it. */
    synchronized Depth of(WatchedEnvironment environment) {
        Instant now = clock.instant();
        if (now.isAfter(readAt.plus(FRESH))) {
            last = new Depth(visible(environment.queue()), visible(environment.deadLetterQueue()));
            readAt = now;
        }
        return last;
    }

    private int visible(String url) {
        if (url.isEmpty()) {
            return 0;
        }
        try {
            String count = sqs.getQueueAttributes(request ->
                            request.queueUrl(url).attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                    .attributes()
                    .getOrDefault(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, "0");
            return Integer.parseInt(count);
        } catch (SdkException e) {
            return 0;
        }
    }

    /** Messages that can be received now, in both queues. */
    record Depth(int waiting, int dead) {}
}
