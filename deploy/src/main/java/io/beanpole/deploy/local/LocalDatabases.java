package io.beanpole.deploy.local;

import io.beanpole.deploy.DeployException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** The databases that the local cloud keeps for its stages, beside the one of its first stage. */
public final class LocalDatabases {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final URI address;
    private final String authorization;

    public LocalDatabases(LocalCloudState state) {
        address = state.endpoint().resolve("/_beanpole/databases");
        var pair = state.key().id() + ":" + state.key().secret();
        authorization = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The address of a database with a role of its own, by the names of ${database.NAME}; it is made if there is none.
     *
     * @param password that its role has from now on
     */
    public Map<String, String> ensure(String name, String password) {
        var json = JsonMapper.shared();
        var body = json.createObjectNode().put("name", name).put("password", password);
        var request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
        try {
            var answer =
                    HttpClient.newBuilder().connectTimeout(PATIENCE).build().send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new DeployException("Could not make the database " + name + " in the local cloud: "
                        + answer.body().strip());
            }
            var database = new TreeMap<String, String>();
            json.readTree(answer.body())
                    .properties()
                    .forEach(field ->
                            database.put(field.getKey(), field.getValue().asString()));
            return database;
        } catch (IOException e) {
            throw new DeployException(
                    "Could not make the database " + name + " in the local cloud: " + e.getMessage(),
                    "./beanpole status tells whether it runs.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeployException("Making the database " + name + " was interrupted.", e);
        }
    }
}
