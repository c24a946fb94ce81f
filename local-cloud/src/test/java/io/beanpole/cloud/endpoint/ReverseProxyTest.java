package io.beanpole.cloud.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpHandler;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real server behind a real server, and a real client in front. */
class ReverseProxyTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicReference<HttpHandler> behind = new AtomicReference<>();
    private Endpoint front = Endpoint.bind("front", 0, "--port");
    private Endpoint back = Endpoint.bind("back", 0, "--port");

    @BeforeAll
    static void prepare() {
        ReverseProxy.prepareJvm();
    }

    @BeforeEach
    void start() {
        ReverseProxy proxy = new ReverseProxy(Duration.ofSeconds(2));
        back.start(exchange -> {
            try (exchange) {
                behind.get().handle(exchange);
            }
        });
        front.start(exchange -> {
            try (exchange) {
                proxy.forward(exchange, back.uri());
            }
        });
    }

    @AfterEach
    void stop() {
        front.close();
        back.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(front.uri() + path)).timeout(Duration.ofSeconds(10));
    }

    @Test
    void pathQueryAndHostArriveAsTheyWereSent() throws Exception {
        behind.set(exchange -> Answers.sentence(
                exchange,
                200,
                exchange.getRequestURI() + " " + exchange.getRequestHeaders().getFirst("Host")));

        String seen = client.send(request("/a%20b/%2Fc+d?x=%2B&y").build(), HttpResponse.BodyHandlers.ofString())
                .body();

        assertThat(seen.strip())
                .isEqualTo("/a%20b/%2Fc+d?x=%2B&y " + front.uri().getAuthority());
    }

    @Test
    void aLargeBodyGoesThereAndBackUnchanged() throws Exception {
        behind.set(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getRequestBody().transferTo(exchange.getResponseBody());
        });
        byte[] sent = new byte[5_000_000];
        new Random(1).nextBytes(sent);

        HttpResponse<byte[]> response = client.send(
                request("/").PUT(HttpRequest.BodyPublishers.ofByteArray(sent)).build(),
                HttpResponse.BodyHandlers.ofByteArray());

        assertThat(response.body()).isEqualTo(sent);
    }

    @Test
    void anEventArrivesBeforeTheStreamEnds() throws Exception {
        CountDownLatch seen = new CountDownLatch(1);
        behind.set(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            out.write("data: 1\n\n".getBytes(StandardCharsets.UTF_8));
            out.flush();
            awaited(seen);
        });

        try (InputStream stream = client.send(request("/").build(), HttpResponse.BodyHandlers.ofInputStream())
                .body()) {
            assertThat(new String(stream.readNBytes(9), StandardCharsets.UTF_8)).isEqualTo("data: 1\n\n");
            seen.countDown();
        }
    }

    @Test
    void theServerBehindIsLetGoWhenTheClientLeaves() throws Exception {
        AtomicBoolean cut = new AtomicBoolean();
        behind.set(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try {
                while (true) {
                    exchange.getResponseBody().write(new byte[100_000]);
                    exchange.getResponseBody().flush();
                }
            } catch (java.io.IOException e) {
                cut.set(true);
            }
        });

        try (InputStream stream = client.send(request("/").build(), HttpResponse.BodyHandlers.ofInputStream())
                .body()) {
            assertThat(stream.read()).isZero();
        }

        await().atMost(Duration.ofSeconds(10)).untilTrue(cut);
    }

    @Test
    void answersWithoutABodyKeepTheirShape() throws Exception {
        behind.set(exchange -> {
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.getResponseHeaders().set("Content-Length", "1234");
                exchange.sendResponseHeaders(200, -1);
            } else {
                exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/304") ? 304 : 204, -1);
            }
        });

        HttpResponse<Void> head = client.send(
                request("/").method("HEAD", HttpRequest.BodyPublishers.noBody()).build(),
                HttpResponse.BodyHandlers.discarding());

        assertThat(head.headers().firstValue("Content-Length")).hasValue("1234");
        assertThat(status("/204")).isEqualTo(204);
        assertThat(status("/304")).isEqualTo(304);
    }

    @Test
    void aServerThatIsGoneIsABadGatewayAndASilentOneTimesOut() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        behind.set(exchange -> awaited(over));
        assertThat(status("/")).isEqualTo(504);
        over.countDown();

        back.close();
        assertThat(status("/")).isEqualTo(502);
    }

    private int status(String path) throws Exception {
        return client.send(request(path).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
