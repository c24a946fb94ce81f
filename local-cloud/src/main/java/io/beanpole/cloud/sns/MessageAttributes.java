package io.beanpole.cloud.sns;

import io.beanpole.cloud.wire.AwsError;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sns.model.InvalidParameterValueException;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a publisher may say about a message beside its body.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-message-attributes.html">Message attributes</a>
 */
final class MessageAttributes {
    private static final JsonMapper JSON = JsonMapper.shared();

    private MessageAttributes() {}

    /** Refuses what no filter could be held against, before anybody gets the message. */
    static void check(Map<String, MessageAttributeValue> attributes) {
        attributes.forEach((name, value) -> {
            String type = String.valueOf(value.dataType());
            if (!type.matches("(String|Number|Binary)(\\..+)?")) {
                throw refused(
                        name,
                        "has an invalid message attribute type, the set of supported type prefixes is"
                                + " Binary, Number, and String.");
            }
            boolean isEmpty = type.startsWith("Binary")
                    ? value.binaryValue() == null
                    : value.stringValue() == null || value.stringValue().isEmpty();
            if (isEmpty) {
                throw refused(
                        name,
                        "must contain non-empty message attribute value for message attribute type '" + type + "'.");
            }
            if (type.startsWith("Number") && number(value.stringValue()) == null) {
                throw AwsError.of(
                        InvalidParameterValueException.class,
                        "Could not cast message attribute '" + name + "' value to number.");
            }
            if (type.equals("String.Array") && !array(value.stringValue()).isArray()) {
                throw refused(name, "is not a JSON array, which its message attribute type 'String.Array' must be.");
            }
        });
    }

    /** As a filter policy sees them; they were checked before. */
    static JsonNode facts(Map<String, MessageAttributeValue> attributes) {
        ObjectNode facts = JSON.createObjectNode();
        attributes.forEach((name, value) -> {
            if (value.dataType().startsWith("Number")) {
                facts.put(name, number(value.stringValue()));
            } else if (value.dataType().equals("String.Array")) {
                facts.set(name, array(value.stringValue()));
            } else if (value.stringValue() != null) {
                facts.put(name, value.stringValue());
            }
        });
        return facts;
    }

    private static AwsError refused(String name, String why) {
        return AwsError.of(InvalidParameterValueException.class, "The message attribute '" + name + "' " + why);
    }

    private static @Nullable BigDecimal number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static JsonNode array(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            return JSON.missingNode();
        }
    }
}
