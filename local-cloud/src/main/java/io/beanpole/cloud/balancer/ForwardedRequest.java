package io.beanpole.cloud.balancer;

import com.sun.net.httpserver.HttpExchange;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/** A client's request, said again to a target, with the X-Forwarded headers. */
final class ForwardedRequest {
    private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "OPTIONS", "PUT", "DELETE");
    private static final Set<String> OF_THE_CONNECTION = Set.of(
            "connection",
            "keep-alive",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "proxy-connection",
            "expect",
            "http2-settings",
            "content-length",
            "host");

    private final HttpExchange exchange;
    private final boolean hasBody;

    ForwardedRequest(HttpExchange exchange) {
        this.exchange = exchange;
        String length = exchange.getRequestHeaders().getFirst("Content-Length");
        this.hasBody = exchange.getRequestHeaders().containsKey("Transfer-Encoding")
                || (length != null && !length.equals("0"));
    }

    /** Whether it may be sent to a second target when the first refused the connection. */
    boolean canBeRepeated() {
        return !hasBody && IDEMPOTENT.contains(exchange.getRequestMethod());
    }

    /** @param patience until the head of the answer must be there */
    HttpRequest to(Target target, Duration patience) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri(target)).timeout(patience).method(exchange.getRequestMethod(), body());
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT)) && !name.startsWith("X-forwarded-")) {
                values.forEach(value -> request.header(name, value));
            }
        });
        String host = exchange.getRequestHeaders().getFirst("Host");
        if (host != null && mayNameTheHost()) {
            request.setHeader("Host", host);
        }
        String known = exchange.getRequestHeaders().getFirst("X-Forwarded-For");
        String client = exchange.getRemoteAddress().getAddress().getHostAddress();
        request.setHeader("X-Forwarded-For", known == null ? client : known + ", " + client);
        request.setHeader("X-Forwarded-Proto", "http");
        request.setHeader(
                "X-Forwarded-Port", String.valueOf(exchange.getLocalAddress().getPort()));
        return request.build();
    }

    private URI uri(Target target) {
        String path = exchange.getRequestURI().getRawPath();
        String query = exchange.getRequestURI().getRawQuery();
        return URI.create(target.address() + path + (query == null ? "" : "?" + query));
    }

    private BodyPublisher body() {
        if (!hasBody) {
            return BodyPublishers.noBody();
        }
        BodyPublisher stream = BodyPublishers.ofInputStream(exchange::getRequestBody);
        String length = exchange.getRequestHeaders().getFirst("Content-Length");
        return length == null ? stream : BodyPublishers.fromPublisher(stream, Long.parseLong(length));
    }

    /** Java's client lets nobody set Host unless it was started so; the local cloud is. */
    private static boolean mayNameTheHost() {
        return System.getProperty("jdk.httpclient.allowRestrictedHeaders", "").contains("host");
    }
}
