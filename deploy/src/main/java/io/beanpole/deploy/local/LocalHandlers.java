package io.beanpole.deploy.local;

import io.beanpole.deploy.DeployException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The local cloud's daemons for applications that a developer runs. */
public final class LocalHandlers {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String PATH = "/_beanpole/handlers";

    private final URI endpoint;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    public LocalHandlers(LocalCloudState state) {
        endpoint = state.endpoint();
    }

    /** Starts a daemon for a handler; gives its queue's address and where it POSTs to. */
    public JsonNode start(HandlerSpec handler) {
        return send(request(PATH)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(handler)))
                .build());
    }

    /** Ends the daemon of a queue; the queue stays. */
    public void end(String queue) {
        send(request(PATH + "/" + queue).DELETE().build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(endpoint.resolve(path)).timeout(PATIENCE);
    }

    private JsonNode send(HttpRequest request) {
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new DeployException(answer.body().strip());
            }
            return JsonMapper.shared().readTree(answer.body());
        } catch (IOException e) {
            throw new DeployException("The local cloud did not answer " + PATH + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeployException("Asking the local cloud was interrupted.", e);
        }
    }
}
