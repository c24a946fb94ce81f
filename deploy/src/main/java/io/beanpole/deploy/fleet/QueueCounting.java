package io.beanpole.deploy.fleet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/**
 * Counts by SQS itself, which are seconds old where CloudWatch's are minutes old, but cost a request a queue: for as many
 * workers as there are requests left, and none where that isn't for all of them.
 */
final class QueueCounting {
    private static final List<QueueAttributeName> COUNTS = List.of(
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE);

    private final SqsClient sqs;

    QueueCounting(SqsClient sqs) {
        this.sqs = sqs;
    }

    /** What CloudWatch told, with newer counts where there is room for them. */
    Map<String, FleetQueue> freshen(List<WorkerQueue> queues, Map<String, FleetQueue> told, Requests requests) {
        var cost = queues.stream()
                .mapToInt(queue -> queue.deadLetterUrl().isPresent() ? 2 : 1)
                .sum();
        if (cost == 0 || cost > requests.left()) {
            return told;
        }
        var fresher = new HashMap<>(told);
        requests.optional(() -> {
            queues.forEach(queue -> count(queue, requests)
                    .ifPresent(counted -> fresher.merge(queue.name(), counted, QueueCounting::withPast)));
            return true;
        });
        return fresher;
    }

    private Optional<FleetQueue> count(WorkerQueue queue, Requests requests) {
        return counts(queue.url(), requests).map(counts -> {
            var dead = queue.deadLetterUrl()
                    .flatMap(url -> counts(url, requests))
                    .map(letters -> letters[0] + letters[1])
                    .orElse(0L);
            return new FleetQueue(queue.name(), counts[0], counts[1], Optional.empty(), dead, true, List.of());
        });
    }

    private static FleetQueue withPast(FleetQueue told, FleetQueue counted) {
        return new FleetQueue(
                counted.name(),
                counted.depth(),
                counted.inFlight(),
                counted.depth() > 0 ? told.oldest() : Optional.empty(),
                counted.deadLetters(),
                true,
                told.hour());
    }

    /** Waiting and in flight. */
    private Optional<long[]> counts(String url, Requests requests) {
        return requests.to("count the messages of " + url, () -> {
            try {
                var attributes = sqs.getQueueAttributes(
                                request -> request.queueUrl(url).attributeNames(COUNTS))
                        .attributes();
                return Optional.of(COUNTS.stream()
                        .mapToLong(count -> Long.parseLong(attributes.getOrDefault(count, "0")))
                        .toArray());
            } catch (QueueDoesNotExistException e) {
                return Optional.<long[]>empty();
            }
        });
    }
}
