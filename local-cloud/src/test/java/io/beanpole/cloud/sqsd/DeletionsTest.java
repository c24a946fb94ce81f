package io.beanpole.cloud.sqsd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.beanpole.cloud.sqsd.queue.QueueAccess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deletions on a real queue behind a way to it that breaks. */
class DeletionsTest {
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger failuresLeft = new AtomicInteger();
    private RealQueue queues;
    private URI queue;
    private HttpServer way;
    private Application application;
    private WatchedDaemon daemon;

    @BeforeEach
    void start() throws IOException {
        queues = new RealQueue();
        daemon = new WatchedDaemon(queues);
        queue = QueueAccess.like(queues.sqs).endpoint();
        application = new Application(true, 200);
        way = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        way.setExecutor(command -> new Thread(command).start());
        way.createContext("/", this::pass);
        way.start();
    }

    @AfterEach
    void stop() throws IOException {
        daemon.close();
        application.close();
        way.stop(0);
        queues.close();
    }

    @Test
    void aDeletionThatTheQueueDoesNotTakeIsTriedAgainUntilItDoes() {
        failuresLeft.set(9);
        daemon.send("job");

        start(daemon.patient(application.uri(), 3, Duration.ofMinutes(5)));

        await().until(() -> daemon.rules().contains(MessageRule.DELETED_ON_200));
        assertThat(failuresLeft.get()).isNegative();
        assertThat(application.requests).hasSize(1);
        assertThat(daemon.inFlight() + daemon.visible()).isZero();
    }

    @Test
    void aStopTriesForSecondsAndNotForEver() {
        failuresLeft.set(1_000);
        daemon.send("job");
        start(daemon.patient(application.uri(), 3, Duration.ofMinutes(5)));
        await().until(() -> daemon.posts.contains(200));

        daemon.sqsd.stop(Duration.ofSeconds(5));

        assertThat(daemon.rules()).contains(MessageRule.REFUSED_BY_QUEUE);
    }

    private void start(SqsdSettings settings) {
        QueueAccess access = QueueAccess.like(queues.sqs);
        URI broken = URI.create("http://127.0.0.1:" + way.getAddress().getPort());
        daemon.sqsd = new Sqsd(
                settings,
                new QueueAccess(broken, access.region(), access.credentials(), access.observer()),
                daemon,
                Clock.systemUTC());
        daemon.sqsd.start();
    }

    private void pass(HttpExchange exchange) throws IOException {
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        byte[] body = exchange.getRequestBody().readAllBytes();
        try (exchange) {
            if (target.endsWith("DeleteMessageBatch") && failuresLeft.getAndDecrement() > 0) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            HttpResponse<byte[]> answer = http.send(
                    HttpRequest.newBuilder(queue)
                            .header("Content-Type", "application/x-amz-json-1.0")
                            .header("X-Amz-Target", target)
                            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
