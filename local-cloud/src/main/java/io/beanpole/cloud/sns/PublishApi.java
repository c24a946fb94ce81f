package io.beanpole.cloud.sns;

import io.beanpole.cloud.wire.AwsError;
import io.beanpole.cloud.wire.AwsService;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sns.model.BatchEntryIdsNotDistinctException;
import software.amazon.awssdk.services.sns.model.BatchResultErrorEntry;
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
                .messageId(publish(new Wanted(
                        arn,
                        request.subject(),
                        request.message(),
                        request.messageStructure(),
                        request.messageAttributes())))
                .build();
    }

    private PublishBatchResponse publishBatch(PublishBatchRequest request) {
        topics.topic(request.topicArn());
        check(request.publishBatchRequestEntries());
        List<PublishBatchResultEntry> successful = new ArrayList<>();
        List<BatchResultErrorEntry> failed = new ArrayList<>();
        for (PublishBatchRequestEntry entry : request.publishBatchRequestEntries()) {
            try {
                String id = publish(new Wanted(
                        request.topicArn(),
                        entry.subject(),
                        entry.message(),
                        entry.messageStructure(),
                        entry.messageAttributes()));
                successful.add(PublishBatchResultEntry.builder()
                        .id(entry.id())
                        .messageId(id)
                        .build());
            } catch (AwsError refused) {
                failed.add(BatchResultErrorEntry.builder()
                        .id(entry.id())
                        .code(refused.code())
                        .message(refused.getMessage())
                        .senderFault(true)
                        .build());
            }
        }
        return PublishBatchResponse.builder()
                .successful(successful)
                .failed(failed)
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

    /** What a publisher asks for. */
    record Wanted(
            String topicArn,
            @Nullable String subject,
            @Nullable String message,
            @Nullable String structure,
            Map<String, MessageAttributeValue> attributes) {}

    /** Everything is checked before the first delivery. */
    String publish(Wanted wanted) {
        topics.topic(wanted.topicArn());
        String message = wanted.message();
        if (message == null || message.isEmpty()) {
            throw AwsError.of(InvalidParameterException.class, "Invalid parameter: Empty message");
        }
        if (message.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            throw AwsError.of(InvalidParameterException.class, "Invalid parameter: Message too long");
        }
        MessageAttributes.check(wanted.attributes());
        MessageForms forms = MessageForms.of(message, wanted.structure());
        Published published = new Published(
                UUID.randomUUID().toString(),
                wanted.topicArn(),
                wanted.subject(),
                forms.byDefault(),
                wanted.attributes(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS));
        topics.subscriptions(wanted.topicArn()).stream()
                .filter(Subscription::confirmed)
                .forEach(subscription -> {
                    Published form = published.saying(forms.to(subscription.protocol()));
                    if (subscription.wants(form)) {
                        deliveries.deliver(form, subscription);
                    }
                });
        return published.id();
    }
}
