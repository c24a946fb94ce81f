package io.beanpole.cloud.sqsd.queue;

import io.beanpole.cloud.sqsd.http.HttpAnswer;
import io.beanpole.cloud.sqsd.http.HttpConnections;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkException;
import tools.jackson.core.JacksonException;

/**
 * Receives, deletes and gives back messages of one queue. The SDK's own client spends more on a message than the whole
 * rest of the daemon does; this one knows three operations, keeps its connections and reads answers as a stream.
 */
public final class QueueClient implements AutoCloseable {
    private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(5);
    /** Longer than the longest long poll. */
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(30);

    private static final int OK = 200;
    private static final int SERVER_ERROR = 500;
    private static final int ATTEMPTS = 3;

    private final String queueUrl;
    private final RequestSigner signer;
    private final HttpConnections connections;
    private final QueueObserver observer;
    private final Clock clock;

    public QueueClient(QueueAccess access, String queueUrl, Clock clock) {
        this.queueUrl = queueUrl;
        this.clock = clock;
        this.observer = access.observer();
        this.signer = new RequestSigner(access.endpoint(), access.region(), access.credentials());
        this.connections = new HttpConnections(access.endpoint(), CONNECTS_WITHIN, ANSWERS_WITHIN);
    }

    /**
     * Waits for messages.
     *
     * @param most 1 to 10
     * @param visibility how long others don't see what is received
     * @param wait 0 to 20 s
     * @throws QueueFailure no queue there, or it refused
     */
    public List<QueueMessage> receive(int most, Duration visibility, Duration wait) {
        int seconds = Math.toIntExact(visibility.toSeconds());
        byte[] body = QueueJson.receive(queueUrl, most, seconds, Math.toIntExact(wait.toSeconds()));
        HttpAnswer answer = call("ReceiveMessage", body, 1);
        try {
            List<QueueMessage> messages = QueueJson.messages(answer.body(), clock.instant());
            observer.received(queueUrl, messages.size());
            return messages;
        } catch (JacksonException | NumberFormatException e) {
            throw unreadable("ReceiveMessage", e);
        }
    }

    /**
     * Deletes up to ten messages; tried thrice at once, because a deletion that is lost is a task that is done twice.
     * Whoever calls may try again later when the failure {@link QueueFailure#mayPass may pass}.
     *
     * @return the indexes of those that were refused
     */
    public Set<Integer> delete(List<QueueMessage> messages) {
        HttpAnswer answer = call("DeleteMessageBatch", QueueJson.batch(queueUrl, messages, null), ATTEMPTS);
        Set<Integer> failed = failed("DeleteMessageBatch", answer);
        observer.deleted(queueUrl, messages.size() - failed.size());
        return failed;
    }

    /**
     * Lets others see up to ten messages after a time.
     *
     * @return the indexes of those that were refused
     */
    public Set<Integer> show(List<QueueMessage> messages, Duration after) {
        byte[] body = QueueJson.batch(queueUrl, messages, Math.toIntExact(after.toSeconds()));
        return failed("ChangeMessageVisibilityBatch", call("ChangeMessageVisibilityBatch", body, ATTEMPTS));
    }

    /** To be called now and then: closes connections that nobody uses or that hang. */
    public void tend() {
        connections.tend();
    }

    /** Aborts what is open. */
    @Override
    public void close() {
        connections.cut();
    }

    private static Set<Integer> failed(String operation, HttpAnswer answer) {
        try {
            return QueueJson.failed(answer.body());
        } catch (JacksonException | NumberFormatException e) {
            throw unreadable(operation, e);
        }
    }

    private HttpAnswer call(String operation, byte[] body, int attempts) {
        for (int attempt = 1; true; attempt++) {
            boolean mayTryAgain = attempt < attempts && !connections.isCut();
            try {
                HttpAnswer answer = connections.exchange(signer.request(operation, body), true);
                if (answer.status() == OK) {
                    return answer;
                }
                if (answer.status() < SERVER_ERROR || !mayTryAgain) {
                    throw new QueueFailure(
                            "Tried " + operation + " on " + queueUrl + ", but the queue answered " + answer.status()
                                    + ": " + QueueJson.error(answer.body()),
                            null,
                            answer.status() >= SERVER_ERROR);
                }
            } catch (SdkException e) {
                throw new QueueFailure(
                        "Tried to sign " + operation + " on " + queueUrl + ": " + e.getMessage(), e, true);
            } catch (IOException e) {
                if (!mayTryAgain) {
                    throw new QueueFailure("Tried " + operation + " on " + queueUrl + ": " + e.getMessage(), e, true);
                }
            }
        }
    }

    private static QueueFailure unreadable(String operation, RuntimeException cause) {
        return new QueueFailure(
                "What the queue answered to " + operation + " can't be read: " + cause.getMessage(), cause, false);
    }
}
