package io.beanpole.deploy.local;

import io.beanpole.deploy.DeployException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Lets the local cloud run out of Spot capacity, and have it again. */
public final class SpotShortage {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int OK = 200;

    private final URI endpoint;

    public SpotShortage(LocalCloudState state) {
        this.endpoint = state.endpoint();
    }

    /**
     * From now on there is none, or there is again.
     *
     * @throws DeployException when the local cloud does not answer
     */
    public void set(boolean isShort) {
        var path = "/_beanpole/spot/shortage?state=" + (isShort ? "on" : "off");
        var request = HttpRequest.newBuilder(endpoint.resolve(path))
                .timeout(PATIENCE)
                .POST(BodyPublishers.noBody())
                .build();
        try {
            var answer =
                    HttpClient.newBuilder().connectTimeout(PATIENCE).build().send(request, BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new DeployException("The local cloud did not change its Spot capacity: "
                        + answer.body().strip());
            }
        } catch (IOException e) {
            throw new DeployException("The local cloud did not answer " + path + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeployException("Asking the local cloud was interrupted.", e);
        }
    }
}
