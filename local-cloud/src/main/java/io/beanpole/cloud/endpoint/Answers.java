package io.beanpole.cloud.endpoint;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;

/** Small answers of our own: a sentence, a JSON document, bytes. */
public final class Answers {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Answers() {}

    public static void sentence(HttpExchange exchange, int status, String sentence) throws IOException {
        send(exchange, status, "text/plain; charset=utf-8", (sentence + "\n").getBytes(StandardCharsets.UTF_8));
    }

    public static void json(HttpExchange exchange, int status, Object document) throws IOException {
        send(exchange, status, "application/json", JSON.writeValueAsBytes(document));
    }

    public static void send(HttpExchange exchange, int status, String contentType, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", contentType);
        bytes(exchange, status, body);
    }

    public static void bytes(HttpExchange exchange, int status, byte[] body) throws IOException {
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head || body.length == 0 ? -1 : body.length);
        if (!head && body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }
}
