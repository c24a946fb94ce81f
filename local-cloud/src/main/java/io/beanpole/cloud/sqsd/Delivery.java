package io.beanpole.cloud.sqsd;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** One message to the application, and what its answer means for the queue. */
final class Delivery {
    private static final int DONE = 200;
    private static final int BAD_GATEWAY = 502;
    private static final int GATEWAY_TIMEOUT = 504;

    private final SqsdSettings settings;
    private final SqsClient sqs;
    private final SqsdListener listener;
    private final Clock clock;
    private final MessageHeaders headers;
    private final HttpPost http;

    Delivery(SqsdSettings settings, SqsClient sqs, SqsdListener listener, Clock clock) {
        this.settings = settings;
        this.sqs = sqs;
        this.listener = listener;
        this.clock = clock;
        this.headers = new MessageHeaders(settings);
        this.http = new HttpPost(settings.target(), settings.connectTimeout(), settings.inactivityTimeout());
    }

    void deliver(Message message) {
        if (isExpired(message)) {
            delete(message, MessageRule.EXPIRED, "older than " + settings.retentionPeriod(), Duration.ZERO);
            return;
        }
        tell(message, MessageRule.RECEIVED, "received", Duration.ZERO);
        Instant start = clock.instant();
        try {
            byte[] body = message.body().getBytes(StandardCharsets.UTF_8);
            int status = http.send(settings.httpPath(), headers.of(message), body);
            Duration took = Duration.between(start, clock.instant());
            listener.posted(status, took);
            answered(message, status, took);
        } catch (SocketTimeoutException e) {
            Duration took = Duration.between(start, clock.instant());
            listener.posted(GATEWAY_TIMEOUT, took);
            tell(message, MessageRule.INACTIVE_THEN_VISIBILITY, "no byte for " + settings.inactivityTimeout(), took);
        } catch (IOException | RuntimeException e) {
            Duration took = Duration.between(start, clock.instant());
            listener.posted(BAD_GATEWAY, took);
            broken(message, e, took);
        }
    }

    /** Visible again at once, for a message that came when nobody wanted one any more. */
    void handBack(Message message) {
        show(message, Duration.ZERO, MessageRule.HANDED_BACK, "stopped", Duration.ZERO);
    }

    void cut() {
        http.cut();
    }

    /** Counted from the first receive, not from the sending [S2]. */
    private boolean isExpired(Message message) {
        return clock.instant().isAfter(MessageHeaders.firstReceived(message).plus(settings.retentionPeriod()));
    }

    /** Success is exactly 200: 201, 202, 204 and redirects are failures [D][S2]. */
    private void answered(Message message, int status, Duration took) {
        String outcome = String.valueOf(status);
        if (status == DONE) {
            delete(message, MessageRule.DELETED_ON_200, outcome, took);
            return;
        }
        Optional<Duration> visibleAfter = settings.errorVisibilityTimeout();
        if (visibleAfter.isPresent()) {
            show(message, visibleAfter.get(), MessageRule.STATUS_THEN_ERROR_VISIBILITY, outcome, took);
        } else {
            tell(message, MessageRule.STATUS_THEN_VISIBILITY, outcome, took);
        }
    }

    private void broken(Message message, Exception cause, Duration took) {
        String outcome = cause.getClass().getSimpleName() + ": " + cause.getMessage();
        Optional<Duration> visibleAfter = settings.errorVisibilityTimeout();
        if (visibleAfter.isPresent()) {
            show(message, visibleAfter.get(), MessageRule.BROKEN_THEN_ERROR_VISIBILITY, outcome, took);
        } else {
            tell(message, MessageRule.BROKEN_THEN_VISIBILITY, outcome, took);
        }
    }

    private void delete(Message message, MessageRule rule, String outcome, Duration took) {
        try {
            sqs.deleteMessage(request -> request.queueUrl(settings.queueUrl()).receiptHandle(message.receiptHandle()));
            tell(message, rule, outcome, took);
        } catch (SdkException | IllegalStateException e) {
            tell(message, MessageRule.REFUSED_BY_QUEUE, "not deleted after " + outcome + ": " + e.getMessage(), took);
        }
    }

    private void show(Message message, Duration after, MessageRule rule, String outcome, Duration took) {
        try {
            sqs.changeMessageVisibility(request -> request.queueUrl(settings.queueUrl())
                    .receiptHandle(message.receiptHandle())
                    .visibilityTimeout(Math.toIntExact(after.toSeconds())));
            tell(message, rule, outcome, took);
        } catch (SdkException | IllegalStateException e) {
            tell(message, MessageRule.REFUSED_BY_QUEUE, "visibility not changed: " + e.getMessage(), took);
        }
    }

    private void tell(Message message, MessageRule rule, String outcome, Duration took) {
        listener.message(new MessageEvent(
                clock.instant(), message.messageId(), MessageHeaders.receiveCount(message), rule, outcome, took));
    }
}
