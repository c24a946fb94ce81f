package io.beanpole.cloud.stack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code AWS::SNS::Topic}, with the subscriptions that its own list names. */
public final class TopicResource implements ResourceHandler {
    private static final String NAME = "TopicName";
    private static final String FIFO = "FifoTopic";
    private static final String SUBSCRIPTION = "Subscription";
    private static final String TAGS = "Tags";

    /** The properties that are attributes of the topic, of the same name. */
    private static final Set<String> ATTRIBUTES = Set.of(
            "DisplayName",
            FIFO,
            "ContentBasedDeduplication",
            "KmsMasterKeyId",
            "TracingConfig",
            "SignatureVersion",
            "ArchivePolicy",
            "FifoThroughputScope");

    private static final Set<String> OTHERS =
            Set.of(NAME, SUBSCRIPTION, TAGS, "DataProtectionPolicy", "DeliveryStatusLogging");

    private final SnsClient sns;

    public TopicResource(SnsClient sns) {
        this.sns = sns;
    }

    @Override
    public String type() {
        return "AWS::SNS::Topic";
    }

    @Override
    public String noun() {
        return "SNS topic";
    }

    @Override
    public Set<String> replacing() {
        return Set.of(NAME, FIFO);
    }

    @Override
    public void check(ObjectNode properties) {
        for (String name : properties.propertyNames()) {
            if (!ATTRIBUTES.contains(name) && !OTHERS.contains(name)) {
                throw new StackException("Encountered unsupported property " + name);
            }
        }
    }

    @Override
    public PhysicalResource create(String name, ObjectNode properties) {
        String chosen = properties.path(NAME).asString(name);
        String arn = sns.createTopic(request ->
                        request.name(chosen).attributes(attributes(properties)).tags(tags(properties)))
                .topicArn();
        subscribe(arn, properties);
        return new PhysicalResource(arn, Map.of("TopicArn", arn, NAME, chosen));
    }

    /** Attributes that the properties no longer name become empty, which is their default. */
    @Override
    public void update(PhysicalResource present, ObjectNode properties) {
        Map<String, String> wanted = new TreeMap<>();
        sns.getTopicAttributes(request -> request.topicArn(present.reference())).attributes().keySet().stream()
                .filter(ATTRIBUTES::contains)
                .forEach(name -> wanted.put(name, ""));
        wanted.putAll(attributes(properties));
        wanted.remove(FIFO);
        wanted.forEach((name, value) -> sns.setTopicAttributes(request ->
                request.topicArn(present.reference()).attributeName(name).attributeValue(value)));
        subscribe(present.reference(), properties);
    }

    /** SNS says nothing when the topic is gone; its subscriptions go with it. */
    @Override
    public void delete(PhysicalResource present) {
        sns.deleteTopic(request -> request.topicArn(present.reference()));
    }

    /** Subscribing again the same way changes nothing. */
    private void subscribe(String arn, ObjectNode properties) {
        properties
                .path(SUBSCRIPTION)
                .forEach(each -> sns.subscribe(request -> request.topicArn(arn)
                        .protocol(each.path("Protocol").asString(""))
                        .endpoint(each.path("Endpoint").asString(""))));
    }

    private static Map<String, String> attributes(ObjectNode properties) {
        Map<String, String> attributes = new LinkedHashMap<>();
        properties.properties().stream()
                .filter(each -> ATTRIBUTES.contains(each.getKey()))
                .forEach(each -> attributes.put(each.getKey(), text(each.getValue())));
        return attributes;
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asString() : value.toString();
    }

    private static List<Tag> tags(ObjectNode properties) {
        return properties
                .path(TAGS)
                .valueStream()
                .map(tag -> Tag.builder()
                        .key(tag.path("Key").asString(""))
                        .value(tag.path("Value").asString(""))
                        .build())
                .toList();
    }
}
