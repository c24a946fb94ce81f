package io.beanpole.cloud.database;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.beanpole.cloud.CloudException;
import io.beanpole.cloud.endpoint.Answers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What RDS is on AWS, in one call: {@code POST /_beanpole/databases} with {@code {"name": "rehearsal", "password":
 * "..."}} makes sure that there is a database of this name with a role of its own, and answers with its address. Whoever
 * asks shows the cloud's access key as user and password of HTTP's basic authentication.
 */
public final class Databases implements HttpHandler {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LARGEST = 4096;

    private final Database database;
    private final byte[] authorization;

    /** Databases on this server, for whoever knows the key. */
    public Databases(Database database, String accessKeyId, String secretAccessKey) {
        this.database = database;
        String pair = accessKeyId + ":" + secretAccessKey;
        authorization = ("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) {
            Answers.sentence(exchange, 405, "Send POST /_beanpole/databases with a name and a password in JSON.");
            return;
        }
        if (!isAllowed(exchange)) {
            Answers.sentence(exchange, 401, "Databases are made for whoever shows the access key of this cloud.");
            return;
        }
        try {
            JsonNode wanted = JSON.readTree(exchange.getRequestBody().readNBytes(LARGEST));
            Answers.json(
                    exchange,
                    200,
                    database.ensure(
                            wanted.path("name").asString(""),
                            wanted.path("password").asString("")));
        } catch (JacksonException e) {
            Answers.sentence(exchange, 400, "The request is not JSON: " + e.getOriginalMessage() + ".");
        } catch (CloudException e) {
            Answers.sentence(exchange, 400, String.valueOf(e.getMessage()));
        }
    }

    private boolean isAllowed(HttpExchange exchange) {
        String shown = exchange.getRequestHeaders().getFirst("Authorization");
        return shown != null && MessageDigest.isEqual(shown.getBytes(StandardCharsets.UTF_8), authorization);
    }
}
