package io.beanpole.cloud.stack;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import tools.jackson.databind.node.ObjectNode;

/** {@code AWS::SNS::Subscription}: a topic and who hears of it. */
public final class SubscriptionResource implements ResourceHandler {
    private static final String TOPIC = "TopicArn";
    private static final String PROTOCOL = "Protocol";
    private static final String ENDPOINT = "Endpoint";

    /** The properties that are attributes of the subscription, of the same name; maps among them as JSON text. */
    private static final Set<String> ATTRIBUTES = Set.of(
            "DeliveryPolicy",
            "FilterPolicy",
            "FilterPolicyScope",
            "RawMessageDelivery",
            "RedrivePolicy",
            "ReplayPolicy",
            "SubscriptionRoleArn");

    private final SnsClient sns;

    public SubscriptionResource(SnsClient sns) {
        this.sns = sns;
    }

    @Override
    public String type() {
        return "AWS::SNS::Subscription";
    }

    @Override
    public String noun() {
        return "SNS subscription";
    }

    @Override
    public Set<String> replacing() {
        return Set.of(TOPIC, PROTOCOL, ENDPOINT);
    }

    @Override
    public void check(ObjectNode properties) {
        for (String name : properties.propertyNames()) {
            if (!ATTRIBUTES.contains(name) && !replacing().contains(name) && !name.equals("Region")) {
                throw new StackException("Encountered unsupported property " + name);
            }
        }
        if (!properties.has(TOPIC) || !properties.has(PROTOCOL)) {
            throw new StackException("A subscription needs the properties " + TOPIC + " and " + PROTOCOL + ".");
        }
    }

    @Override
    public PhysicalResource create(String name, ObjectNode properties) {
        String arn = sns.subscribe(
                        request -> request.topicArn(properties.path(TOPIC).asString(""))
                                .protocol(properties.path(PROTOCOL).asString(""))
                                .endpoint(properties.path(ENDPOINT).asString(""))
                                .attributes(attributes(properties))
                                .returnSubscriptionArn(true))
                .subscriptionArn();
        return new PhysicalResource(arn, Map.of("Arn", arn));
    }

    @Override
    public void update(PhysicalResource present, ObjectNode properties) {
        attributes(properties)
                .forEach((name, value) ->
                        sns.setSubscriptionAttributes(request -> request.subscriptionArn(present.reference())
                                .attributeName(name)
                                .attributeValue(value)));
    }

    @Override
    public void delete(PhysicalResource present) {
        try {
            sns.unsubscribe(request -> request.subscriptionArn(present.reference()));
        } catch (NotFoundException e) {
            return; // It went with its topic, which is all that was wanted.
        }
    }

    private static Map<String, String> attributes(ObjectNode properties) {
        Map<String, String> attributes = new LinkedHashMap<>();
        properties.properties().stream()
                .filter(each -> ATTRIBUTES.contains(each.getKey()))
                .forEach(each -> attributes.put(
                        each.getKey(),
                        each.getValue().isValueNode()
                                ? each.getValue().asString()
                                : each.getValue().toString()));
        return attributes;
    }
}
