package io.beanpole.cloud.sqsd.queue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** One message while it is read from the answer of a receive. */
final class MessageReading {
    private final Instant now;
    private final List<MessageAttribute> attributes = new ArrayList<>(0);
    private String id = "";
    private String receiptHandle = "";
    private String body = "";
    private String senderId = "";
    private int receiveCount = 1;
    private Instant sent;
    private Instant firstReceived;

    MessageReading(Instant now) {
        this.now = now;
        this.sent = now;
        this.firstReceived = now;
    }

    /** The parser stands at the start of the message's object, and afterwards at its end. */
    QueueMessage read(JsonParser json) {
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            switch (name) {
                case "MessageId" -> id = json.getString();
                case "ReceiptHandle" -> receiptHandle = json.getString();
                case "Body" -> body = json.getString();
                case "Attributes" -> system(json);
                case "MessageAttributes" -> sendersOwn(json);
                default -> json.skipChildren();
            }
        }
        return new QueueMessage(id, receiptHandle, body, receiveCount, sent, firstReceived, senderId, attributes, now);
    }

    private void system(JsonParser json) {
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            switch (name) {
                case "ApproximateReceiveCount" -> receiveCount = Integer.parseInt(json.getString());
                case "ApproximateFirstReceiveTimestamp" -> firstReceived = instant(json);
                case "SentTimestamp" -> sent = instant(json);
                case "SenderId" -> senderId = json.getString();
                default -> json.skipChildren();
            }
        }
    }

    private static Instant instant(JsonParser json) {
        return Instant.ofEpochMilli(Long.parseLong(json.getString()));
    }

    private void sendersOwn(JsonParser json) {
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            attributes.add(attribute(name, json));
        }
    }

    private static MessageAttribute attribute(String attribute, JsonParser json) {
        String type = "";
        @Nullable String text = null;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            switch (name) {
                case "DataType" -> type = json.getString();
                case "StringValue" -> text = json.getString();
                default -> json.skipChildren();
            }
        }
        return new MessageAttribute(attribute, type, text);
    }
}
