package io.beanpole.cloud.sns;

import io.beanpole.cloud.wire.AwsError;
import io.beanpole.cloud.wire.AwsService;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sns.model.BatchEntryIdsNotDistinctException;
import software.amazon.awssdk.services.sns.model.EmptyBatchRequestException;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishBatchRequest;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sns.model.PublishBatchResponse;
import software.amazon.awssdk.services.sns.model.PublishBatchResultEntry;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.PublishResponse;
import software.amazon.awssdk.services.sns.model.TooManyEntriesInBatchRequestException;

/** The operations of SNS that publish. */
final class PublishApi {
    private static final int LARGEST = 262_144;
    private static final int MOST_ENTRIES = 10;

    private final Topics topics;
    private final Deliveries deliveries;

    PublishApi(Topics topics, Deliveries deliveries) {
        this.topics = topics;
        this.deliveries = deliveries;
    }

    void addTo(AwsService service) {
        service.on(PublishRequest.class, this::publish).on(PublishBatchRequest.class, this::publishBatch);
    }

    private PublishResponse publish(PublishRequest request) {
        String arn = request.topicArn() == null ? request.targetArn() : request.topicArn();
        if (arn == null) {
            throw AwsError.of(
                    InvalidParameterException.class, "Invalid parameter: TopicArn or TargetArn Reason: no value");
        }
        return PublishResponse.builder()
                .messageId(publish(arn, request.subject(), request.message(), request.messageAttributes()))
                .build();
    }

    private PublishBatchResponse publishBatch(PublishBatchRequest request) {
        topics.topic(request.topicArn());
        check(request.publishBatchRequestEntries());
        return PublishBatchResponse.builder()
                .successful(request.publishBatchRequestEntries().stream()
                        .map(entry -> PublishBatchResultEntry.builder()
                                .id(entry.id())
                                .messageId(publish(
                                        request.topicArn(),
                                        entry.subject(),
                                        entry.message(),
                                        entry.messageAttributes()))
                                .build())
                        .toList())
                .build();
    }

    private static void check(List<PublishBatchRequestEntry> entries) {
        Set<String> ids = new HashSet<>();
        if (entries.isEmpty()) {
            throw AwsError.of(EmptyBatchRequestException.class, "The batch request doesn't contain any entries.");
        }
        if (entries.size() > MOST_ENTRIES) {
            throw AwsError.of(
                    TooManyEntriesInBatchRequestException.class,
                    "The batch request contains more entries than permissible.");
        }
        if (!entries.stream().allMatch(entry -> ids.add(entry.id()))) {
            throw AwsError.of(
                    BatchEntryIdsNotDistinctException.class,
                    "Two or more batch entries in the request have the same Id.");
        }
    }

    String publish(
            String arn,
            @Nullable String subject,
            @Nullable String message,
            Map<String, MessageAttributeValue> attributes) {
        topics.topic(arn);
        if (message == null || message.isEmpty()) {
            throw AwsError.of(InvalidParameterException.class, "Invalid parameter: Empty message");
        }
        if (message.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            throw AwsError.of(InvalidParameterException.class, "Invalid parameter: Message too long");
        }
        Published published = new Published(
                UUID.randomUUID().toString(),
                arn,
                subject,
                message,
                attributes,
                Instant.now().truncatedTo(ChronoUnit.MILLIS));
        topics.subscriptions(arn).stream()
                .filter(Subscription::confirmed)
                .filter(subscription -> subscription.wants(published))
                .forEach(subscription -> deliveries.deliver(published, subscription));
        return published.id();
    }
}
