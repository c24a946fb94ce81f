package io.beanpole.cloud.endpoint;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/**
 * Hands a request to a server behind this one and its answer back, both streamed. Path, query and {@code Host} arrive
 * as they were sent, because signatures cover them; headers that belong to one connection don't cross.
 */
public final class ReverseProxy {
    private static final Set<String> ONE_CONNECTION_ONLY = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "expect",
            "http2-settings");
    private static final int BUFFER = 64 * 1024;

    private final HttpClient client;
    private final Duration patience;

    /** @param patience how long the server behind may take until its first byte, the upload included */
    public ReverseProxy(Duration patience) {
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(5))
                .executor(Executors.newCachedThreadPool(task -> {
                    Thread thread = new Thread(task, "reverse-proxy");
                    thread.setDaemon(true);
                    return thread;
                }))
                .build();
    }

    /** Settings of the JDK's client that are read once, when its classes load: call this first in {@code main}. */
    public static void prepareJvm() {
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host,connection,content-length");
        System.setProperty("sun.net.httpserver.nodelay", "true");
        // Shorter than any server behind us keeps an idle connection, so that none is reused just as it closes.
        System.setProperty("jdk.httpclient.keepalive.timeout", "4");
    }

    public void forward(HttpExchange exchange, URI origin) throws IOException {
        forward(exchange, origin, bodyOf(exchange), headers -> headers);
    }

    /** Forwards with a body that was already read. */
    public void forward(HttpExchange exchange, URI origin, byte[] body) throws IOException {
        boolean none = body.length == 0 && exchange.getRequestHeaders().getFirst("Content-Length") == null;
        forward(
                exchange,
                origin,
                none ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body),
                headers -> headers);
    }

    /** Forwards with headers of the caller's making, such as a load balancer's. */
    public void forward(HttpExchange exchange, URI origin, UnaryOperator<Headers> headers) throws IOException {
        forward(exchange, origin, bodyOf(exchange), headers);
    }

    private void forward(HttpExchange exchange, URI origin, BodyPublisher body, UnaryOperator<Headers> headers)
            throws IOException {
        HttpRequest request = request(exchange, origin, body, headers);
        HttpResponse<InputStream> response;
        try {
            response = client.send(request, BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            Answers.sentence(exchange, 503, "The local cloud is stopping.");
            return;
        } catch (HttpTimeoutException e) {
            Answers.sentence(exchange, 504, origin + " did not answer in time: " + e.getMessage() + ".");
            return;
        } catch (ConnectException e) {
            Answers.sentence(exchange, 502, origin + " does not take connections.");
            return;
        } catch (IOException e) {
            Answers.sentence(exchange, 502, origin + " closed the connection: " + e.getMessage() + ".");
            return;
        }
        // Closing the body also ends the exchange with the server behind, when our client is gone.
        try (InputStream content = response.body()) {
            answer(exchange, response, content);
        }
    }

    private HttpRequest request(HttpExchange exchange, URI origin, BodyPublisher body, UnaryOperator<Headers> headers) {
        URI asked = exchange.getRequestURI();
        String query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin + asked.getRawPath() + query))
                .timeout(patience)
                .method(exchange.getRequestMethod(), body);
        Headers copy = new Headers();
        copy.putAll(exchange.getRequestHeaders());
        copy(headers.apply(copy), (name, value) -> {
            if (!name.equals("content-length")) {
                request.header(name, value);
            }
        });
        return request.build();
    }

    private static BodyPublisher bodyOf(HttpExchange exchange) {
        Headers headers = exchange.getRequestHeaders();
        String length = headers.getFirst("Content-Length");
        if (length == null && headers.getFirst("Transfer-Encoding") == null) {
            return BodyPublishers.noBody();
        }
        BodyPublisher stream = BodyPublishers.ofInputStream(exchange::getRequestBody);
        if (length == null) {
            return stream;
        }
        long known = Long.parseLong(length.strip());
        return known == 0 ? BodyPublishers.ofByteArray(new byte[0]) : BodyPublishers.fromPublisher(stream, known);
    }

    private static void answer(HttpExchange exchange, HttpResponse<?> response, InputStream content)
            throws IOException {
        Headers headers = exchange.getResponseHeaders();
        copy(response.headers().map(), headers::add);
        int status = response.statusCode();
        boolean empty = exchange.getRequestMethod().equals("HEAD") || status == 204 || status == 304;
        long length = response.headers().firstValueAsLong("Content-Length").orElse(0);
        boolean chunked = response.headers().firstValue("Content-Length").isEmpty();
        if (!empty) {
            headers.remove("Content-Length");
        }
        exchange.sendResponseHeaders(status, empty || (!chunked && length == 0) ? -1 : length);
        if (!empty && (chunked || length > 0)) {
            stream(content, exchange.getResponseBody());
        }
    }

    private static void stream(InputStream from, OutputStream to) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            to.write(buffer, 0, read);
            to.flush();
        }
    }

    private static void copy(Map<String, List<String>> from, HeaderSink to) {
        Set<String> dropped = new HashSet<>(ONE_CONNECTION_ONLY);
        from.forEach((name, values) -> {
            if (name.equalsIgnoreCase("Connection")) {
                values.forEach(value -> Arrays.stream(value.split(","))
                        .forEach(each -> dropped.add(each.strip().toLowerCase(Locale.ROOT))));
            }
        });
        from.forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!dropped.contains(lower) && !name.startsWith(":")) {
                values.forEach(value -> to.add(lower, value));
            }
        });
    }

    /** Where copied headers go. */
    private interface HeaderSink {
        void add(String name, String value);
    }
}
