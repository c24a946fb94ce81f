package io.beanpole.worker.sqsd;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * What sqsd says about a message, beside its body.
 *
 * @param messageId given by SQS
 * @param queue its name
 * @param receiveCount how often the message was delivered, this time included; 1 when sqsd doesn't say
 * @param firstReceivedAt ISO 8601
 * @param sentAt ISO 8601
 * @param senderId who sent it
 * @param path as configured
 * @param taskName of a periodic task; null for an ordinary message
 * @param scheduledAt of a periodic task; null for an ordinary message
 */
public record SqsdHeaders(
        String messageId,
        String queue,
        int receiveCount,
        @Nullable String firstReceivedAt,
        @Nullable String sentAt,
        @Nullable String senderId,
        @Nullable String path,
        @Nullable String taskName,
        @Nullable String scheduledAt) {
    private static final String PREFIX = "X-Aws-Sqsd-";

    static SqsdHeaders of(HttpHeaders headers) {
        return new SqsdHeaders(
                orUnknown(headers.getFirst(PREFIX + "Msgid")),
                orUnknown(headers.getFirst(PREFIX + "Queue")),
                count(headers.getFirst(PREFIX + "Receive-Count")),
                headers.getFirst(PREFIX + "First-Received-At"),
                headers.getFirst(PREFIX + "Sent-At"),
                headers.getFirst(PREFIX + "Sender-Id"),
                headers.getFirst(PREFIX + "Path"),
                headers.getFirst(PREFIX + "Taskname"),
                headers.getFirst(PREFIX + "Scheduled-At"));
    }

    private static String orUnknown(@Nullable String value) {
        return value == null ? "unknown" : value;
    }

    private static int count(@Nullable String value) {
        if (value == null) {
            return 1;
        }
        try {
            return Integer.parseInt(value.strip());
        } catch (NumberFormatException e) {
            return 1;
        }
    }
}
