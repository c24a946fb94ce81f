package io.beanpole.cloud.sqsd;

import io.beanpole.cloud.sqsd.http.HttpAnswer;
import io.beanpole.cloud.sqsd.http.HttpConnections;
import io.beanpole.cloud.sqsd.queue.QueueMessage;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** POSTs messages to the application, through the proxy stage if there is one. */
final class HttpPost {
    /** As the daemon logs it [M, capture 4 of §1.5]; how long it lasted follows. */
    private static final String SILENT = "Errno::ETIMEDOUT";

    private static final byte[] NOTHING = new byte[0];

    private final SqsdSettings settings;
    private final MessageHeaders headers;
    private final HttpConnections connections;

    HttpPost(SqsdSettings settings, SqsdListener listener) {
        this.settings = settings;
        this.headers = new MessageHeaders(settings, listener);
        this.connections = new HttpConnections(
                settings.target(),
                settings.connectTimeout(),
                settings.behaviour().proxy().inactivityTimeout(settings.inactivityTimeout()));
    }

    /** Blocks until the whole answer was read or the POST has failed. */
    PostOutcome send(QueueMessage message) {
        long start = System.nanoTime();
        PostOutcome outcome = sendToApplication(message, start);
        return settings.behaviour().proxy().seenByDaemon(outcome, settings.inactivityTimeout());
    }

    private PostOutcome sendToApplication(QueueMessage message, long start) {
        try {
            HttpAnswer answer = connections.exchange(request(message), false);
            return PostOutcome.answered(answer.status(), since(start));
        } catch (SocketTimeoutException e) {
            return new PostOutcome(PostOutcome.Kind.SILENT, PostOutcome.GATEWAY_TIMEOUT, SILENT, since(start));
        } catch (ConnectException | UnknownHostException e) {
            return failed(PostOutcome.Kind.REFUSED, e, start);
        } catch (IOException e) {
            return failed(PostOutcome.Kind.CLOSED, e, start);
        }
    }

    private static PostOutcome failed(PostOutcome.Kind kind, IOException cause, long start) {
        String text = cause.getClass().getSimpleName() + ": " + cause.getMessage();
        return new PostOutcome(kind, PostOutcome.BAD_GATEWAY, text, since(start));
    }

    /** The body of a periodic task is empty, whatever was queued [S2][M]. */
    private byte[] request(QueueMessage message) {
        byte[] body =
                MessageHeaders.isPeriodic(message) ? NOTHING : message.body().getBytes(StandardCharsets.UTF_8);
        byte[] head = headers.of(message, body.length).getBytes(StandardCharsets.UTF_8);
        byte[] request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return request;
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    void tend() {
        connections.tend();
    }

    /** Cuts every connection; the application is not told, as on AWS. */
    void cut() {
        connections.cut();
    }

    boolean isCut() {
        return connections.isCut();
    }
}
