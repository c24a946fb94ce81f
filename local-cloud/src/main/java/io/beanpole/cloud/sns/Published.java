package io.beanpole.cloud.sns;

import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A message on its way from a topic to its subscribers. */
record Published(
        String id,
        String topicArn,
        @Nullable String subject,
        String message,
        Map<String, MessageAttributeValue> attributes,
        Instant at) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** The body as JSON; a filter on the body lets nothing through that isn't JSON. */
    JsonNode body() {
        try {
            return JSON.readTree(message);
        } catch (JacksonException e) {
            return JSON.missingNode();
        }
    }

    /** The attributes as a filter policy sees them. */
    JsonNode facts() {
        return MessageAttributes.facts(attributes);
    }

    /** The same message in the form that is meant for some protocol. */
    Published saying(String form) {
        return new Published(id, topicArn, subject, form, attributes, at);
    }

    /**
     * The JSON that a subscriber without raw delivery gets. It has no signature: nobody but AWS can make AWS's.
     *
     * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-message-and-json-formats.html">Message formats</a>
     */
    String envelope(String unsubscribeUrl) {
        ObjectNode envelope = JSON.createObjectNode();
        envelope.put("Type", "Notification").put("MessageId", id).put("TopicArn", topicArn);
        if (subject != null) {
            envelope.put("Subject", subject);
        }
        envelope.put("Message", message).put("Timestamp", at.toString()).put("UnsubscribeURL", unsubscribeUrl);
        if (!attributes.isEmpty()) {
            ObjectNode all = envelope.putObject("MessageAttributes");
            attributes.forEach((name, value) ->
                    all.putObject(name).put("Type", value.dataType()).put("Value", text(value)));
        }
        return JSON.writeValueAsString(envelope);
    }

    private static String text(MessageAttributeValue value) {
        return value.binaryValue() == null
                ? value.stringValue()
                : Base64.getEncoder().encodeToString(value.binaryValue().asByteArrayUnsafe());
    }
}
