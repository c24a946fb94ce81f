package io.beanpole.cloud.imds;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * The metadata service of one instance, on a loopback port of its own that
 * {@code AWS_EC2_METADATA_SERVICE_ENDPOINT} names. Version 2 only: without a token every answer is 401.
 */
public final class MetadataService implements AutoCloseable {
    private static final String TTL = "X-aws-ec2-metadata-token-ttl-seconds";
    private static final String TOKEN = "X-aws-ec2-metadata-token";
    private static final int LONGEST_LIFE = 21_600;

    private final SpotNotices spot = new SpotNotices();
    private final SessionTokens tokens;
    private final MetadataTree tree;
    private final HttpServer server;
    private final ExecutorService answers;

    public MetadataService(InstanceIdentity identity, RoleCredentials credentials, Clock clock) {
        this.tokens = new SessionTokens(clock);
        this.tree = new MetadataTree(identity, credentials, spot, clock);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("Opening a loopback port for the metadata service failed", e);
        }
        answers = Executors.newFixedThreadPool(2, work -> {
            Thread thread = new Thread(work, "imds-" + identity.instanceId());
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(answers);
        server.createContext("/", this::answer);
        server.start();
    }

    /** What it says about Spot. */
    public SpotNotices spot() {
        return spot;
    }

    /** What the instance's {@code AWS_EC2_METADATA_SERVICE_ENDPOINT} must be. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        answers.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (path.equals("/latest/api/token")) {
                token(exchange);
            } else if (!tokens.isValid(exchange.getRequestHeaders().getFirst(TOKEN))) {
                send(exchange, 401, "text/plain", "Unauthorized: send a token of PUT /latest/api/token\n");
            } else if (!exchange.getRequestMethod().equals("GET")) {
                send(exchange, 405, "text/plain", "Method Not Allowed\n");
            } else {
                Optional<String> found = tree.at(path);
                send(exchange, found.isPresent() ? 200 : 404, "text/plain", found.orElse("Not Found\n"));
            }
        }
    }

    private void token(HttpExchange exchange) throws IOException {
        int seconds = life(exchange.getRequestHeaders().getFirst(TTL));
        boolean forwarded = exchange.getRequestHeaders().containsKey("X-Forwarded-For");
        if (forwarded) {
            send(exchange, 403, "text/plain", "Forbidden: no token for a forwarded request\n");
        } else if (!exchange.getRequestMethod().equals("PUT")) {
            send(exchange, 405, "text/plain", "Method Not Allowed\n");
        } else if (seconds < 1) {
            send(exchange, 400, "text/plain", TTL + " must be 1 to " + LONGEST_LIFE + "\n");
        } else {
            exchange.getResponseHeaders().set(TTL, String.valueOf(seconds));
            send(exchange, 200, "text/plain", tokens.issue(Duration.ofSeconds(seconds)));
        }
    }

    private static int life(@Nullable String header) {
        if (header == null || !header.matches("[0-9]{1,5}")) {
            return 0;
        }
        int seconds = Integer.parseInt(header);
        return seconds > LONGEST_LIFE ? 0 : seconds;
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
