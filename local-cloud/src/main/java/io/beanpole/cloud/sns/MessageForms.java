package io.beanpole.cloud.sns;

import io.beanpole.cloud.wire.AwsError;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The forms that one message has for the protocols of subscribers: one for all, or, with {@code MessageStructure=json},
 * one for each protocol that is named and {@code default} for the others.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_Publish.html">Publish</a>
 */
record MessageForms(String byDefault, JsonNode own) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Refuses what says that it is structured and isn't. */
    static MessageForms of(String message, @Nullable String structure) {
        if (structure == null || structure.isEmpty()) {
            return new MessageForms(message, JSON.missingNode());
        }
        if (!structure.equals("json")) {
            throw AwsError.of(
                    InvalidParameterException.class,
                    "Invalid parameter: Message Structure - the only one is json, not " + structure);
        }
        JsonNode forms = read(message);
        if (!forms.path("default").isString()) {
            throw AwsError.of(
                    InvalidParameterException.class,
                    "Invalid parameter: Message Structure - No default entry in JSON message body");
        }
        return new MessageForms(forms.path("default").stringValue(), forms);
    }

    String to(String protocol) {
        return own.path(protocol).asString(byDefault);
    }

    private static JsonNode read(String message) {
        try {
            return JSON.readTree(message);
        } catch (JacksonException e) {
            throw AwsError.of(
                    InvalidParameterException.class,
                    "Invalid parameter: Message Structure - JSON message body failed to parse");
        }
    }
}
