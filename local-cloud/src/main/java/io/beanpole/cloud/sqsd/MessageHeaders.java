package io.beanpole.cloud.sqsd;

import io.beanpole.cloud.sqsd.queue.MessageAttribute;
import io.beanpole.cloud.sqsd.queue.QueueMessage;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The head of one POST, the undocumented headers included: {@code Sent-At}, {@code Path} and {@code Sender-Id} go out
 * with every message [S2][M 2.0, 2.4, 3.0.4, 3.0.5].
 */
final class MessageHeaders {
    private static final String PREFIX = "X-Aws-Sqsd-";
    private static final String RESERVED = "beanstalk.sqsd";
    private static final String TASK_PATH = "beanstalk.sqsd.path";
    private static final String TASK_NAME = "beanstalk.sqsd.task_name";
    private static final String TASK_TIME = "beanstalk.sqsd.scheduled_time";
    private static final Pattern LINE_BREAKS = Pattern.compile("[\\r\\n]+");
    private static final Pattern PATH = Pattern.compile("/[\\x21-\\x7e]*");

    private final SqsdSettings settings;
    private final SqsdListener listener;

    MessageHeaders(SqsdSettings settings, SqsdListener listener) {
        this.settings = settings;
        this.listener = listener;
    }

    /** Whether it is a periodic task; the time makes it one, a path alone does not [S2][M]. */
    static boolean isPeriodic(QueueMessage message) {
        return message.attribute(TASK_TIME) != null;
    }

    /** Request line and headers, up to the empty line. */
    String of(QueueMessage message, int bodyLength) {
        boolean isPeriodic = isPeriodic(message);
        StringBuilder head = new StringBuilder(768);
        head.append("POST ").append(isPeriodic ? taskPath(message) : settings.httpPath());
        head.append(" HTTP/1.1\r\n");
        line(head, "Host", "localhost");
        line(head, "User-Agent", settings.behaviour().profile().userAgent());
        line(head, "Content-Type", settings.mimeType());
        line(head, PREFIX + "Msgid", message.id());
        line(head, PREFIX + "Queue", settings.queueName());
        line(head, PREFIX + "First-Received-At", second(message.firstReceived()));
        line(head, PREFIX + "Receive-Count", String.valueOf(message.receiveCount()));
        line(head, PREFIX + "Sent-At", second(message.sent()));
        line(head, PREFIX + "Path", isPeriodic ? taskPath(message) : ordinaryPath());
        line(head, PREFIX + "Sender-Id", message.senderId());
        attributes(head, message.attributes());
        if (isPeriodic) {
            line(head, PREFIX + "Taskname", message.attribute(TASK_NAME));
            line(head, PREFIX + "Scheduled-At", isoTime(message.attribute(TASK_TIME)));
        }
        // The literal, slightly wrong, value of the daemon's HTTP client [S2].
        line(head, "Accept-Encoding", "gzip, compressed");
        if (settings.behaviour().proxy() == ProxyStage.NGINX) {
            line(head, "X-Real-IP", "127.0.0.1");
            line(head, "X-Forwarded-For", "127.0.0.1");
        }
        if (isPeriodic) {
            // Only ordinary messages go over kept connections [S2; M: a 2.4 capture].
            line(head, "Connection", "close");
        }
        line(head, "Content-Length", String.valueOf(bodyLength));
        return head.append("\r\n").toString();
    }

    /** Empty in the second generation, {@code /} in the third, which was seen with HttpPath {@code /} only [M]. */
    private String ordinaryPath() {
        return settings.behaviour().profile() == FailureProfile.SECOND_GENERATION ? "" : settings.httpPath();
    }

    /** Anything that is no path would end up in the request line. */
    private String taskPath(QueueMessage message) {
        String path = message.attribute(TASK_PATH);
        return path != null && PATH.matcher(path).matches() ? path : settings.httpPath();
    }

    /** {@code 2026-11-21 10:00:00 UTC} goes out as {@code 2026-11-21T10:00:00Z}. */
    private static @Nullable String isoTime(@Nullable String queued) {
        if (queued == null || !queued.matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC")) {
            return queued;
        }
        return queued.substring(0, 10) + "T" + queued.substring(11, 19) + "Z";
    }

    /** String and Number attributes become headers; binary ones and the daemon's own do not [D][S2]. */
    private void attributes(StringBuilder head, List<MessageAttribute> attributes) {
        if (attributes.isEmpty()) {
            return;
        }
        Set<String> sent = new HashSet<>();
        for (MessageAttribute attribute : attributes.stream()
                .sorted(Comparator.comparing(MessageAttribute::name))
                .toList()) {
            String text = attribute.text();
            String header = folded(PREFIX + "Attr-" + attribute.name());
            if (attribute.name().startsWith(RESERVED)) {
                continue;
            }
            if (text == null
                    || !attribute.type().startsWith("String")
                            && !attribute.type().startsWith("Number")) {
                skipped(attribute.name(), "unsupported data type " + attribute.type());
            } else if (!sent.add(header)) {
                skipped(attribute.name(), "duplicate key");
            } else if (settings.behaviour().proxy().passes(header)) {
                line(head, header, text);
            }
        }
    }

    private void skipped(String name, String why) {
        listener.daemon("attribute skipped", "Message attribute " + name + " omitted from HTTP header: " + why);
    }

    /** A header value has no line breaks; whatever follows one must not become a header of its own. */
    private static void line(StringBuilder head, String name, @Nullable String value) {
        String text = value == null ? "" : value;
        boolean isPlain = text.indexOf('\n') < 0 && text.indexOf('\r') < 0;
        head.append(name).append(": ");
        head.append(isPlain ? text : LINE_BREAKS.matcher(text).replaceAll(" ")).append("\r\n");
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

    private static String second(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
