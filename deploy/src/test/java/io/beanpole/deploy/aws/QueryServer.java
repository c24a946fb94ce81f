package io.beanpole.deploy.aws;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** A server on loopback that answers each request of AWS's query protocol as its body asks. */
public final class QueryServer implements AutoCloseable {
    private final HttpServer server;
    private volatile int status = 200;

    /** @param answers the document for a request's body */
    public QueryServer(UnaryOperator<String> answers) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", call -> {
            try (call) {
                var asked = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                var answer = answers.apply(asked).getBytes(StandardCharsets.UTF_8);
                call.getResponseHeaders().add("Content-Type", "text/xml");
                call.sendResponseHeaders(status, answer.length);
                call.getResponseBody().write(answer);
            }
        });
        server.start();
    }

    /** From now on its answers are errors of this HTTP status; 200 for none. */
    public void answersWith(int next) {
        status = next;
    }

    /** How to reach it. */
    public AwsAccess access() {
        return new AwsAccess(
                "eu-central-1",
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                null,
                new AccessKey("id", "secret"));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
