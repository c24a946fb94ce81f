package io.beanpole.cloud.stack;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code AWS::SQS::Queue}: its properties are the queue's attributes, maps among them as JSON text. */
public final class QueueResource implements ResourceHandler {
    private static final String NAME = "QueueName";
    private static final String FIFO = "FifoQueue";
    private static final String TAGS = "Tags";
    private static final int LONGEST_NAME = 80;
    private static final int SUFFIX = 13;

    /** The attributes that nobody sets, or that CloudFormation sets by another resource. */
    private static final Set<String> NO_PROPERTIES =
            Set.of("All", "Policy", "QueueArn", "CreatedTimestamp", "LastModifiedTimestamp");

    private static final Set<String> PROPERTIES = QueueAttributeName.knownValues().stream()
            .map(QueueAttributeName::toString)
            .filter(each -> !each.startsWith("Approximate") && !NO_PROPERTIES.contains(each))
            .collect(Collectors.toCollection(TreeSet::new));

    /** What CreateQueue gives to a queue that says nothing [B]. */
    private static final Map<String, String> DEFAULTS = Map.of(
            "DelaySeconds", "0",
            "VisibilityTimeout", "30",
            "MessageRetentionPeriod", "345600",
            "ReceiveMessageWaitTimeSeconds", "0");

    private final SqsClient sqs;

    public QueueResource(SqsClient sqs) {
        this.sqs = sqs;
    }

    @Override
    public String type() {
        return "AWS::SQS::Queue";
    }

    @Override
    public String noun() {
        return "SQS queue";
    }

    @Override
    public Set<String> replacing() {
        return Set.of(NAME, FIFO);
    }

    @Override
    public void check(ObjectNode properties) {
        for (String name : properties.propertyNames()) {
            if (!PROPERTIES.contains(name) && !name.equals(NAME) && !name.equals(TAGS)) {
                throw new StackException("Encountered unsupported property " + name);
            }
        }
    }

    @Override
    public PhysicalResource create(String name, ObjectNode properties) {
        String chosen = properties.path(NAME).asString(shortened(name, properties));
        String url = sqs.createQueue(request -> request.queueName(chosen)
                        .attributesWithStrings(attributes(properties))
                        .tags(tags(properties)))
                .queueUrl();
        String arn = sqs.getQueueAttributes(
                        request -> request.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .getOrDefault(QueueAttributeName.QUEUE_ARN, "");
        return new PhysicalResource(url, Map.of("Arn", arn, NAME, chosen, "QueueUrl", url));
    }

    @Override
    public void update(PhysicalResource present, ObjectNode properties) {
        Map<String, String> attributes = new HashMap<>(DEFAULTS);
        attributes.putAll(attributes(properties));
        set(present, attributes);
    }

    @Override
    public void override(PhysicalResource present, ObjectNode properties) {
        set(present, attributes(properties));
    }

    @Override
    public void delete(PhysicalResource present) {
        try {
            sqs.deleteQueue(request -> request.queueUrl(present.reference()));
        } catch (QueueDoesNotExistException e) {
            return; // Somebody was faster, which is all that was wanted.
        }
    }

    private void set(PhysicalResource present, Map<String, String> attributes) {
        Map<String, String> changeable = new HashMap<>(attributes);
        changeable.remove(FIFO);
        if (!changeable.isEmpty()) {
            sqs.setQueueAttributes(
                    request -> request.queueUrl(present.reference()).attributesWithStrings(changeable));
        }
    }

    private static Map<String, String> attributes(ObjectNode properties) {
        Map<String, String> attributes = new LinkedHashMap<>();
        properties.properties().forEach(each -> {
            JsonNode value = each.getValue();
            // SQS takes FifoQueue only to say yes.
            boolean said = !each.getKey().equals(FIFO) || value.asBoolean(false);
            if (PROPERTIES.contains(each.getKey()) && said) {
                attributes.put(each.getKey(), value.isValueNode() ? value.asString() : value.toString());
            }
        });
        return attributes;
    }

    private static Map<String, String> tags(ObjectNode properties) {
        Stream<JsonNode> tags = properties.path(TAGS).valueStream();
        return tags.collect(Collectors.toMap(
                tag -> tag.path("Key").asString(""), tag -> tag.path("Value").asString("")));
    }

    /** SQS takes 80 characters; the suffix that makes the name unique must stay, and a FIFO queue must be named so. */
    private static String shortened(String name, ObjectNode properties) {
        String ending = properties.path(FIFO).asBoolean(false) ? ".fifo" : "";
        int most = LONGEST_NAME - ending.length();
        if (name.length() <= most) {
            return name + ending;
        }
        int stem = name.length() - SUFFIX;
        return name.substring(0, most - SUFFIX) + name.substring(stem) + ending;
    }
}
