package io.beanpole.cloud.sns;

import io.beanpole.cloud.sns.SnsApi.Page;
import io.beanpole.cloud.wire.AwsError;
import io.beanpole.cloud.wire.AwsService;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import software.amazon.awssdk.services.sns.model.ConfirmSubscriptionRequest;
import software.amazon.awssdk.services.sns.model.ConfirmSubscriptionResponse;
import software.amazon.awssdk.services.sns.model.GetSubscriptionAttributesRequest;
import software.amazon.awssdk.services.sns.model.GetSubscriptionAttributesResponse;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsByTopicRequest;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsByTopicResponse;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsRequest;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsResponse;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.SetSubscriptionAttributesRequest;
import software.amazon.awssdk.services.sns.model.SetSubscriptionAttributesResponse;
import software.amazon.awssdk.services.sns.model.SubscribeRequest;
import software.amazon.awssdk.services.sns.model.SubscribeResponse;
import software.amazon.awssdk.services.sns.model.UnsubscribeRequest;
import software.amazon.awssdk.services.sns.model.UnsubscribeResponse;
import tools.jackson.databind.json.JsonMapper;

/** The operations of SNS that concern subscriptions. */
final class SubscriptionApi {
    private static final String PENDING = "PendingConfirmation";

    private final Topics topics;
    private final Deliveries deliveries;
    private final URI endpoint;

    SubscriptionApi(Topics topics, Deliveries deliveries, URI endpoint) {
        this.topics = topics;
        this.deliveries = deliveries;
        this.endpoint = endpoint;
    }

    void addTo(AwsService service) {
        service.on(SubscribeRequest.class, this::subscribe)
                .onUnsigned(ConfirmSubscriptionRequest.class, this::confirm)
                .onUnsigned(UnsubscribeRequest.class, this::unsubscribe)
                .on(ListSubscriptionsRequest.class, this::list)
                .on(ListSubscriptionsByTopicRequest.class, this::listByTopic)
                .on(GetSubscriptionAttributesRequest.class, this::attributes)
                .on(SetSubscriptionAttributesRequest.class, this::setAttribute);
    }

    private SubscribeResponse subscribe(SubscribeRequest request) {
        check(request);
        boolean queue = request.protocol().equals("sqs");
        Subscription subscription = topics.subscribe(new Subscription(
                request.topicArn() + ":" + UUID.randomUUID(),
                request.topicArn(),
                request.protocol(),
                request.endpoint(),
                request.attributes(),
                UUID.randomUUID().toString().replace("-", ""),
                queue));
        if (!subscription.confirmed()) {
            askToConfirm(subscription);
        }
        boolean tell = subscription.confirmed() || Boolean.TRUE.equals(request.returnSubscriptionArn());
        return SubscribeResponse.builder()
                .subscriptionArn(tell ? subscription.arn() : "pending confirmation")
                .build();
    }

    private static void check(SubscribeRequest request) {
        boolean known = switch (String.valueOf(request.protocol())) {
            case "sqs" -> String.valueOf(request.endpoint()).startsWith("arn:aws:sqs:");
            case "http", "https" -> String.valueOf(request.endpoint()).startsWith(request.protocol() + "://");
            default ->
                throw AwsError.of(
                        InvalidParameterException.class,
                        "Invalid parameter: protocol " + request.protocol()
                                + " is not served here; sqs, http and https are.");
        };
        if (!known) {
            throw AwsError.of(InvalidParameterException.class, "Invalid parameter: Endpoint " + request.endpoint());
        }
        FilterPolicy.check(request.attributes());
    }

    private void askToConfirm(Subscription subscription) {
        String id = UUID.randomUUID().toString();
        String url = endpoint + "/?Action=ConfirmSubscription&Version=2010-03-31&TopicArn=" + subscription.topicArn()
                + "&Token=" + subscription.token();
        Map<String, String> body = new TreeMap<>(Map.of(
                "Type",
                "SubscriptionConfirmation",
                "MessageId",
                id,
                "Token",
                subscription.token(),
                "TopicArn",
                subscription.topicArn(),
                "Message",
                "You have chosen to subscribe to the topic " + subscription.topicArn()
                        + ". To confirm the subscription, visit the SubscribeURL included in this message.",
                "SubscribeURL",
                url,
                "Timestamp",
                Instant.now().toString()));
        deliveries.askToConfirm(subscription, id, JsonMapper.shared().writeValueAsString(body));
    }

    private ConfirmSubscriptionResponse confirm(ConfirmSubscriptionRequest request) {
        Subscription subscription = topics.subscriptions(request.topicArn()).stream()
                .filter(one -> one.token().equals(request.token()))
                .findFirst()
                .orElseThrow(() -> AwsError.of(NotFoundException.class, "Token does not belong to a subscription"));
        topics.changeSubscription(subscription.arn(), Subscription::asConfirmed);
        return ConfirmSubscriptionResponse.builder()
                .subscriptionArn(subscription.arn())
                .build();
    }

    private UnsubscribeResponse unsubscribe(UnsubscribeRequest request) {
        topics.unsubscribe(request.subscriptionArn());
        return UnsubscribeResponse.builder().build();
    }

    private ListSubscriptionsResponse list(ListSubscriptionsRequest request) {
        Page<Subscription> page = Page.of(topics.subscriptions(), Subscription::arn, request.nextToken());
        return ListSubscriptionsResponse.builder()
                .subscriptions(shown(page.items()))
                .nextToken(page.nextToken())
                .build();
    }

    private ListSubscriptionsByTopicResponse listByTopic(ListSubscriptionsByTopicRequest request) {
        topics.topic(request.topicArn());
        Page<Subscription> page =
                Page.of(topics.subscriptions(request.topicArn()), Subscription::arn, request.nextToken());
        return ListSubscriptionsByTopicResponse.builder()
                .subscriptions(shown(page.items()))
                .nextToken(page.nextToken())
                .build();
    }

    private static List<software.amazon.awssdk.services.sns.model.Subscription> shown(List<Subscription> some) {
        return some.stream()
                .map(one -> software.amazon.awssdk.services.sns.model.Subscription.builder()
                        .subscriptionArn(one.confirmed() ? one.arn() : PENDING)
                        .topicArn(one.topicArn())
                        .protocol(one.protocol())
                        .endpoint(one.endpoint())
                        .owner(one.arn().split(":")[4])
                        .build())
                .toList();
    }

    private GetSubscriptionAttributesResponse attributes(GetSubscriptionAttributesRequest request) {
        Subscription subscription = topics.subscription(request.subscriptionArn());
        Map<String, String> attributes = new TreeMap<>(subscription.attributes());
        attributes.put("SubscriptionArn", subscription.arn());
        attributes.put("TopicArn", subscription.topicArn());
        attributes.put("Protocol", subscription.protocol());
        attributes.put("Endpoint", subscription.endpoint());
        attributes.put("Owner", subscription.arn().split(":")[4]);
        attributes.put(PENDING, Boolean.toString(!subscription.confirmed()));
        attributes.putIfAbsent("RawMessageDelivery", "false");
        return GetSubscriptionAttributesResponse.builder()
                .attributes(attributes)
                .build();
    }

    private SetSubscriptionAttributesResponse setAttribute(SetSubscriptionAttributesRequest request) {
        String value = request.attributeValue() == null ? "" : request.attributeValue();
        String name = Topics.given(request.attributeName(), "AttributeName");
        topics.changeSubscription(request.subscriptionArn(), subscription -> {
            Map<String, String> changed = new TreeMap<>(subscription.attributes());
            changed.put(name, value);
            FilterPolicy.check(changed);
            return subscription.withAttributes(changed);
        });
        return SetSubscriptionAttributesResponse.builder().build();
    }
}
