package io.beanpole.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.beanpole.deploy.DeployException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Over HTTP, to a server that answers as the local cloud does. */
class SpotInterruptionsTest {
    private HttpServer server;
    private SpotInterruptions interruptions;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        interruptions = new SpotInterruptions(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void tellsWhenTheInstanceWillBeEnded() {
        answers(202, "{\"instance\":\"i-1\",\"action\":\"terminate\",\"time\":\"2026-11-21T08:02:00Z\"}");

        assertThat(interruptions.interrupt("i-1")).isEqualTo(Instant.parse("2026-11-21T08:02:00Z"));
    }

    @Test
    void aRefusalSaysWhatTheCloudSaid() {
        answers(400, "Instance i-1 is on demand, which nobody takes away.");

        assertThatThrownBy(() -> interruptions.interrupt("i-1"))
                .isInstanceOf(DeployException.class)
                .hasMessage("The local cloud did not interrupt i-1: Instance i-1 is on demand, which nobody takes"
                        + " away.");
    }

    private void answers(int status, String body) {
        server.createContext("/_beanpole/spot/interrupt", exchange -> {
            try (exchange) {
                var bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(
                        exchange.getRequestURI().getQuery().equals("instance=i-1") ? status : 500, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
    }
}
