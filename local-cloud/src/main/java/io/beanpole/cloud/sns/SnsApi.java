package io.beanpole.cloud.sns;

import io.beanpole.cloud.StateFile;
import io.beanpole.cloud.wire.AwsError;
import io.beanpole.cloud.wire.AwsService;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.CreateTopicRequest;
import software.amazon.awssdk.services.sns.model.CreateTopicResponse;
import software.amazon.awssdk.services.sns.model.DeleteTopicRequest;
import software.amazon.awssdk.services.sns.model.DeleteTopicResponse;
import software.amazon.awssdk.services.sns.model.GetTopicAttributesRequest;
import software.amazon.awssdk.services.sns.model.GetTopicAttributesResponse;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.ListTopicsRequest;
import software.amazon.awssdk.services.sns.model.ListTopicsResponse;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.SetSubscriptionAttributesRequest;
import software.amazon.awssdk.services.sns.model.SetTopicAttributesRequest;
import software.amazon.awssdk.services.sns.model.SetTopicAttributesResponse;
import software.amazon.awssdk.services.sns.model.SubscribeRequest;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The operations of SNS that concern topics; it hands out the whole service. */
public final class SnsApi implements AutoCloseable {
    private static final int PAGE = 100;
    private static final String FILTERS = "Filter policies with $or, cidr and wildcard are refused.";

    private final Topics topics;
    private final Deliveries deliveries;
    private final String region;
    private final String account;
    private final URI endpoint;

    /**
     * Takes up what was kept.
     *
     * @param directory where topics are kept
     * @param sqs reaches the queues that subscribe
     * @param endpoint where subscribers confirm
     */
    public SnsApi(Path directory, SqsClient sqs, URI endpoint, String region, String account) {
        this.topics = new Topics(new StateFile<>(directory.resolve("topics.json"), Topics.Kept.class));
        this.deliveries = new Deliveries(sqs, endpoint);
        this.region = region;
        this.account = account;
        this.endpoint = endpoint;
    }

    /** The service, for the wire. */
    public AwsService service() {
        AwsService service = AwsService.named("SNS")
                .version("2010-03-31")
                .on(CreateTopicRequest.class, this::create)
                .on(DeleteTopicRequest.class, this::delete)
                .on(ListTopicsRequest.class, this::list)
                .on(GetTopicAttributesRequest.class, this::attributes)
                .on(SetTopicAttributesRequest.class, this::setAttribute);
        new TagsApi(topics).addTo(service);
        new SubscriptionApi(topics, deliveries, endpoint).addTo(service);
        new PublishApi(topics, deliveries).addTo(service);
        return service.lacks(
                        SubscribeRequest.class,
                        "The protocols are sqs, http and https; no mail, SMS or push. " + FILTERS)
                .lacks(SetSubscriptionAttributesRequest.class, FILTERS)
                .lacks(CreateTopicRequest.class, "Standard topics only; FIFO topics are refused.")
                .lacks(PublishRequest.class, "To topics only, not to a phone number or a device.")
                .refusesTheRest(
                        SnsClient.class,
                        "topics of this cloud deliver to SQS and HTTP only, and anyone with its access key may publish.");
    }

    /** Publishes as a client would; for the services of this cloud that notify topics. */
    public void publish(String topicArn, String subject, String message) {
        new PublishApi(topics, deliveries).publish(new PublishApi.Wanted(topicArn, subject, message, null, Map.of()));
    }

    private CreateTopicResponse create(CreateTopicRequest request) {
        String name = request.name();
        if ("true".equals(request.attributes().get("FifoTopic"))
                || String.valueOf(name).endsWith(".fifo")) {
            throw AwsError.of(
                    InvalidParameterException.class,
                    "Invalid parameter: Topic Name: FIFO topics are not served by this local cloud");
        }
        if (name == null || !name.matches("[A-Za-z0-9_-]{1,256}")) {
            throw AwsError.of(InvalidParameterException.class, "Invalid parameter: Topic Name");
        }
        Map<String, String> tags = TagsApi.read(request.tags());
        Topic topic = topics.create(
                new Topic("arn:aws:sns:" + region + ":" + account + ":" + name, request.attributes(), tags));
        return CreateTopicResponse.builder().topicArn(topic.arn()).build();
    }

    private DeleteTopicResponse delete(DeleteTopicRequest request) {
        topics.delete(request.topicArn());
        return DeleteTopicResponse.builder().build();
    }

    private ListTopicsResponse list(ListTopicsRequest request) {
        Page<Topic> page = Page.of(topics.all(), Topic::arn, request.nextToken());
        return ListTopicsResponse.builder()
                .topics(page.items().stream()
                        .map(topic -> software.amazon.awssdk.services.sns.model.Topic.builder()
                                .topicArn(topic.arn())
                                .build())
                        .toList())
                .nextToken(page.nextToken())
                .build();
    }

    private GetTopicAttributesResponse attributes(GetTopicAttributesRequest request) {
        Topic topic = topics.topic(request.topicArn());
        List<Subscription> all = topics.subscriptions(topic.arn());
        long confirmed = all.stream().filter(Subscription::confirmed).count();
        Map<String, String> attributes = new java.util.TreeMap<>(topic.attributes());
        attributes.put("TopicArn", topic.arn());
        attributes.put("Owner", account);
        attributes.putIfAbsent("DisplayName", "");
        attributes.put("SubscriptionsConfirmed", Long.toString(confirmed));
        attributes.put("SubscriptionsPending", Long.toString(all.size() - confirmed));
        attributes.put("SubscriptionsDeleted", "0");
        return GetTopicAttributesResponse.builder().attributes(attributes).build();
    }

    private SetTopicAttributesResponse setAttribute(SetTopicAttributesRequest request) {
        topics.change(request.topicArn(), topic -> {
            Map<String, String> changed = new java.util.TreeMap<>(topic.attributes());
            changed.put(
                    Topics.given(request.attributeName(), "AttributeName"),
                    request.attributeValue() == null ? "" : request.attributeValue());
            return new Topic(topic.arn(), changed, topic.tags());
        });
        return SetTopicAttributesResponse.builder().build();
    }

    @Override
    public void close() {
        deliveries.close();
    }

    /** A hundred of many, in the order of their keys; the token is the last key that was given. */
    record Page<T>(List<T> items, @Nullable String nextToken) {
        static <T> Page<T> of(List<T> all, Function<T, String> key, @Nullable String after) {
            List<T> rest = all.stream()
                    .filter(item -> after == null || key.apply(item).compareTo(after) > 0)
                    .toList();
            return rest.size() <= PAGE
                    ? new Page<>(rest, null)
                    : new Page<>(rest.subList(0, PAGE), key.apply(rest.get(PAGE - 1)));
        }
    }
}
