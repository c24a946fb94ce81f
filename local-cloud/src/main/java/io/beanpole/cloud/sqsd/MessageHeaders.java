package io.beanpole.cloud.sqsd;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * The headers of one POST, the undocumented ones included: {@code Sent-At}, {@code Path} and {@code Sender-Id} go out
 * with every message [S2][M 2.0, 2.4, 3.0.4, 3.0.5].
 */
final class MessageHeaders {
    static final String USER_AGENT = "aws-sqsd/3.0.5";
    private static final String PREFIX = "X-Aws-Sqsd-";
    private static final String RESERVED = "beanstalk.sqsd";

    private final SqsdSettings settings;

    MessageHeaders(SqsdSettings settings) {
        this.settings = settings;
    }

    /** In the order in which they go over the wire. */
    Map<String, String> of(Message message) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Host", "localhost");
        headers.put("User-Agent", USER_AGENT);
        headers.put("Content-Type", settings.mimeType());
        headers.put(PREFIX + "Msgid", message.messageId());
        headers.put(PREFIX + "Queue", settings.queueName());
        headers.put(PREFIX + "First-Received-At", second(firstReceived(message)));
        headers.put(PREFIX + "Receive-Count", String.valueOf(receiveCount(message)));
        headers.put(PREFIX + "Sent-At", second(instant(message, MessageSystemAttributeName.SENT_TIMESTAMP)));
        headers.put(PREFIX + "Path", settings.httpPath());
        headers.put(PREFIX + "Sender-Id", message.attributes().getOrDefault(MessageSystemAttributeName.SENDER_ID, ""));
        new TreeMap<>(message.messageAttributes()).forEach((name, value) -> attribute(name, value, headers));
        // The literal, slightly wrong, value of the daemon's HTTP client [S2].
        headers.put("Accept-Encoding", "gzip, compressed");
        headers.put("Connection", "close");
        return headers;
    }

    /** How often the message was received, this time included. */
    static int receiveCount(Message message) {
        return Integer.parseInt(
                message.attributes().getOrDefault(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1"));
    }

    /** When the message was received for the first time; kept over redeliveries. */
    static Instant firstReceived(Message message) {
        return instant(message, MessageSystemAttributeName.APPROXIMATE_FIRST_RECEIVE_TIMESTAMP);
    }

    /** String and Number attributes become headers; binary ones and the daemon's own do not [D][S2]. */
    private static void attribute(String name, MessageAttributeValue value, Map<String, String> headers) {
        if (value.dataType().startsWith("Binary") || name.startsWith(RESERVED) || value.stringValue() == null) {
            return;
        }
        headers.putIfAbsent(folded(PREFIX + "Attr-" + name), oneLine(value.stringValue()));
    }

    /** A header value has no line breaks; whatever follows one must not become a header of its own. */
    private static String oneLine(String value) {
        return value.replaceAll("[\\r\\n]+", " ");
    }

    /** The client splits a name at its hyphens and capitalises each part, so {@code turnId} leaves as Turnid [S2]. */
    static String folded(String name) {
        StringBuilder folded = new StringBuilder(name.length());
        for (String part : name.split("-", -1)) {
            folded.append(folded.isEmpty() ? "" : "-");
            if (!part.isEmpty()) {
                folded.append(part.substring(0, 1).toUpperCase(Locale.ROOT))
                        .append(part.substring(1).toLowerCase(Locale.ROOT));
            }
        }
        return folded.toString();
    }

    private static Instant instant(Message message, MessageSystemAttributeName name) {
        String millis = message.attributes().get(name);
        return millis == null ? Instant.now() : Instant.ofEpochMilli(Long.parseLong(millis));
    }

    private static String second(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
