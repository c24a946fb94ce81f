package io.beanpole.deploy.local;

import io.beanpole.deploy.DeployException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.json.JsonMapper;

/** Asks the local cloud to take Spot instances away, as EC2 does when it wants its spare capacity back. */
public final class SpotInterruptions {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int ACCEPTED = 202;

    private final URI endpoint;

    public SpotInterruptions(LocalCloudState state) {
        this(state.endpoint());
    }

    SpotInterruptions(URI endpoint) {
        this.endpoint = endpoint;
    }

    /**
     * Announces it to the instance; gives when it will be ended.
     *
     * @throws DeployException when there is no such instance, or it is not a Spot instance
     */
    public Instant interrupt(String instance) {
        var path = "/_beanpole/spot/interrupt?instance=" + URLEncoder.encode(instance, StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(endpoint.resolve(path))
                .timeout(PATIENCE)
                .POST(BodyPublishers.noBody())
                .build();
        try {
            var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != ACCEPTED) {
                throw new DeployException("The local cloud did not interrupt " + instance + ": "
                        + answer.body().strip());
            }
            return Instant.parse(
                    JsonMapper.shared().readTree(answer.body()).path("time").asString());
        } catch (IOException e) {
            throw new DeployException("The local cloud did not answer " + path + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeployException("Asking the local cloud was interrupted.", e);
        }
    }
}
