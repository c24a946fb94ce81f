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
    private Depth last = Depth.NONE;

    WorkerBacklog(SqsClient sqs, Clock clock) {
        this.sqs = sqs;
        this.clock = clock;
    }

    /** Read at most once a second; a queue that can't be read counts as empty, because the daemon's log names it. */
    synchronized Depth of(WatchedEnvironment environment) {
        Instant now = clock.instant();
        if (now.isAfter(readAt.plus(FRESH))) {
            last = read(environment);
            readAt = now;
        }
        return last;
    }

    private Depth read(WatchedEnvironment environment) {
        try {
            return new Depth(visible(environment.queue()), visible(environment.deadLetterQueue()), true);
        } catch (SdkException e) {
            return Depth.NONE;
        }
    }

    private int visible(String url) {
        if (url.isEmpty()) {
            return 0;
        }
        String count = sqs.getQueueAttributes(request ->
                        request.queueUrl(url).attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                .attributes()
                .getOrDefault(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, "0");
        return Integer.parseInt(count);
    }

    /**
     * Messages that can be received now, in both queues.
     *
     * @param isKnown whether the queues could be read
     */
    record Depth(int waiting, int dead, boolean isKnown) {
        static final Depth NONE = new Depth(0, 0, false);
    }
}
