package io.beanpole.cloud.sqsd.queue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Bodies of SQS's JSON protocol, written and read as a stream: a tree of every message would cost half the call. */
final class QueueJson {
    private static final JsonFactory JSON = new JsonFactory();

    private QueueJson() {}

    static byte[] receive(String queueUrl, int most, int visibilitySeconds, int waitSeconds) {
        ByteArrayOutputStream body = new ByteArrayOutputStream(512);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), body)) {
            json.writeStartObject();
            json.writeStringProperty("QueueUrl", queueUrl);
            json.writeNumberProperty("MaxNumberOfMessages", most);
            json.writeNumberProperty("VisibilityTimeout", visibilitySeconds);
            json.writeNumberProperty("WaitTimeSeconds", waitSeconds);
            json.writeArrayPropertyStart("AttributeNames");
            json.writeString("All");
            json.writeEndArray();
            json.writeArrayPropertyStart("MessageAttributeNames");
            json.writeString("All");
            json.writeEndArray();
            json.writeEndObject();
        }
        return body.toByteArray();
    }

    /**
     * Of a batch whose entries are called 0, 1, 2 …
     *
     * @param visibleAfterSeconds null when they are deleted
     */
    static byte[] batch(String queueUrl, List<QueueMessage> messages, @Nullable Integer visibleAfterSeconds) {
        ByteArrayOutputStream body = new ByteArrayOutputStream(2_048);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), body)) {
            json.writeStartObject();
            json.writeStringProperty("QueueUrl", queueUrl);
            json.writeArrayPropertyStart("Entries");
            for (int i = 0; i < messages.size(); i++) {
                json.writeStartObject();
                json.writeStringProperty("Id", String.valueOf(i));
                json.writeStringProperty("ReceiptHandle", messages.get(i).receiptHandle());
                if (visibleAfterSeconds != null) {
                    json.writeNumberProperty("VisibilityTimeout", visibleAfterSeconds.intValue());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return body.toByteArray();
    }

    static List<QueueMessage> messages(byte[] body, Instant now) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), body)) {
            List<QueueMessage> messages = new ArrayList<>(10);
            json.nextToken();
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                if (json.nextToken() == JsonToken.START_ARRAY && name.equals("Messages")) {
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        messages.add(new MessageReading(now).read(json));
                    }
                } else {
                    json.skipChildren();
                }
            }
            return messages;
        }
    }

    /** The entries of a batch that failed. */
    static Set<Integer> failed(byte[] body) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), body)) {
            Set<Integer> failed = new HashSet<>();
            json.nextToken();
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                if (json.nextToken() == JsonToken.START_ARRAY && name.equals("Failed")) {
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        failed.add(entry(json));
                    }
                } else {
                    json.skipChildren();
                }
            }
            return failed;
        }
    }

    /** What an error says, or the first of the body when it is no error of SQS. */
    static String error(byte[] body) {
        String text = new String(body, 0, Math.min(body.length, 300), StandardCharsets.UTF_8);
        return text.replaceAll("\\s+", " ");
    }

    private static Integer entry(JsonParser json) {
        int id = -1;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            if (name.equals("Id")) {
                id = Integer.parseInt(json.getString());
            }
            json.skipChildren();
        }
        return id;
    }
}
