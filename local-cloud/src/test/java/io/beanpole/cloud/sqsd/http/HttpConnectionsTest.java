package io.beanpole.cloud.sqsd.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpConnectionsTest {
    private static final byte[] REQUEST = "POST / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final AtomicInteger accepted = new AtomicInteger();
    private final HttpConnections connections = new HttpConnections(
            URI.create("http://127.0.0.1:" + server.getLocalPort()), Duration.ofSeconds(1), Duration.ofMillis(300));

    HttpConnectionsTest() throws IOException {}

    @AfterEach
    void stop() throws IOException {
        connections.cut();
        server.close();
    }

    @Test
    void anAnswerInChunksIsReadWhole() throws Exception {
        answering(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;x=1\r\nhello\r\n1\r\n!\r\n0\r\nTrailer: x\r\n\r\n");

        HttpAnswer answer = connections.exchange(REQUEST, true);

        assertThat(new String(answer.body(), StandardCharsets.US_ASCII)).isEqualTo("hello!");
        assertThat(answer.mayStay()).isTrue();
    }

    @Test
    void whatComesBeforeTheAnswerIsSkipped() throws Exception {
        answering("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 503 Busy\r\nContent-Length: 2\r\n\r\nno");

        assertThat(connections.exchange(REQUEST, false).status()).isEqualTo(503);
    }

    @Test
    void aKeptConnectionIsUsedAgain() throws Exception {
        answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");

        connections.exchange(REQUEST, false);
        connections.exchange(REQUEST, false);

        assertThat(accepted).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n"
            })
    void aConnectionThatTheServerClosesIsNot(String answer) throws Exception {
        answering(answer);

        connections.exchange(REQUEST, false);
        connections.exchange(REQUEST, false);

        assertThat(accepted).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SMTP ready\r\n\r\n",
                "HTTP/1.1 2x0 OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"
            })
    void whatIsNoHttpIsAnError(String answer) {
        answering(answer);

        assertThatThrownBy(() -> connections.exchange(REQUEST, false))
                .isExactlyInstanceOf(IOException.class)
                .hasMessageStartingWith("the answer ");
    }

    @Test
    void aHeadWithoutAnEndIsAnError() {
        answering("HTTP/1.1 200 OK\r\nX: " + "x".repeat(200_000));

        assertThatThrownBy(() -> connections.exchange(REQUEST, false)).hasMessageContaining("longer than 65536 bytes");
    }

    @Test
    void aConnectionThatEndsBeforeTheAnswerIsAnError() {
        answering("");

        assertThatThrownBy(() -> connections.exchange(REQUEST, false)).isInstanceOf(EOFException.class);
    }

    @Test
    void silenceEndsAfterTheInactivityTimeout() {
        answering("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nab", false);

        assertThatThrownBy(() -> connections.exchange(REQUEST, false)).isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void nobodyThereIsARefusedConnection() throws Exception {
        server.close();

        assertThatThrownBy(() -> connections.exchange(REQUEST, false))
                .isInstanceOf(ConnectException.class)
                .hasMessageStartingWith("no connection to 127.0.0.1:" + server.getLocalPort());
    }

    private void answering(String answer) {
        answering(answer, answer.isEmpty() || !answer.contains("\r\n\r\n") || answer.contains("close"));
    }

    /** Gives the same answer to every request of every connection. */
    private void answering(String answer, boolean closes) {
        Thread thread = new Thread(() -> {
            try {
                while (true) {
                    Socket socket = server.accept();
                    accepted.incrementAndGet();
                    Thread each = new Thread(() -> serve(socket, answer, closes));
                    each.setDaemon(true);
                    each.start();
                }
            } catch (IOException e) {
                accepted.get();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static void serve(Socket socket, String answer, boolean closes) {
        try (socket) {
            byte[] request = new byte[REQUEST.length];
            while (socket.getInputStream().readNBytes(request, 0, request.length) == request.length) {
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                if (closes) {
                    return;
                }
            }
        } catch (IOException e) {
            // The client has seen enough.
            return;
        }
    }
}
