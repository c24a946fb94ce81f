package io.beanpole.deploy.local;

import io.beanpole.deploy.DeployException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the local cloud tells beyond AWS's own API: its status, its instances' logs and what happened to messages. */
public final class LocalCloudConsole {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LONG_POLL = Duration.ofSeconds(20);
    private static final String MESSAGES = "/_beanpole/messages";

    private final URI endpoint;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    public LocalCloudConsole(LocalCloudState state) {
        this(state.endpoint());
    }

    /** What is told at the endpoint of a local cloud. */
    public LocalCloudConsole(URI endpoint) {
        this.endpoint = endpoint;
    }

    /** Environments, instances and request counts. */
    public JsonNode status() {
        return JsonMapper.shared().readTree(get("/_beanpole/status").body());
    }

    /** The logs of an environment's instances: instance, name and size of each. */
    public JsonNode logs(String environment) {
        return JsonMapper.shared()
                .readTree(get("/_beanpole/logs/" + environment).body());
    }

    /** A piece of a log from an offset on; a negative one counts from the end. */
    public LogPiece log(String environment, String instance, String name, long offset) {
        var answer = get("/_beanpole/logs/" + environment + "/" + instance + "/" + name + "?offset=" + offset);
        var next = answer.headers().firstValueAsLong("X-Next-Offset").orElse(offset);
        return new LogPiece(answer.body(), next);
    }

    /** The queues that daemons read or have read, with how many messages are known in each state. */
    public JsonNode queues() {
        return JsonMapper.shared().readTree(get(MESSAGES).body()).path("queues");
    }

    /** The messages of a queue, the latest first. */
    public JsonNode messages(String queue, int most) {
        return JsonMapper.shared()
                .readTree(get(MESSAGES + "/" + queue + "?limit=" + most).body())
                .path("messages");
    }

    /** One message with all its events; empty when the local cloud knows no such queue or message (any more). */
    public Optional<JsonNode> findMessage(String queue, String id) {
        var answer = ask(MESSAGES + "/" + queue + "/" + id, PATIENCE);
        return answer.statusCode() == 404
                ? Optional.empty()
                : Optional.of(JsonMapper.shared().readTree(known(answer).body()));
    }

    /** The messages of a queue, the latest first; none when no daemon ever read it. */
    public JsonNode knownMessages(String queue, int most) {
        var answer = ask(MESSAGES + "/" + queue + "?limit=" + most, PATIENCE);
        return answer.statusCode() == 404
                ? JsonMapper.shared().createArrayNode()
                : JsonMapper.shared().readTree(known(answer).body()).path("messages");
    }

    /** One message with all its events. */
    public JsonNode message(String queue, String id) {
        return JsonMapper.shared()
                .readTree(get(MESSAGES + "/" + queue + "/" + id).body());
    }

    /**
     * The events of a queue's messages after a number, waiting a while for the first one; {@code next} in the answer is
     * the number to go on with.
     *
     * @param after below zero: so many of the last events, without waiting
     */
    public JsonNode messageEvents(String queue, long after) {
        var path = MESSAGES + "/" + queue + "/events?after=" + after + "&wait=" + LONG_POLL.toSeconds();
        return JsonMapper.shared().readTree(get(path, PATIENCE.plus(LONG_POLL)).body());
    }

    private HttpResponse<String> get(String path) {
        return get(path, PATIENCE);
    }

    private HttpResponse<String> get(String path, Duration patience) {
        return known(ask(path, patience));
    }

    private static HttpResponse<String> known(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            throw new DeployException("The local cloud answered " + answer.uri().getPath() + " with "
                    + answer.statusCode() + ": " + answer.body().strip());
        }
        return answer;
    }

    private HttpResponse<String> ask(String path, Duration patience) {
        var request =
                HttpRequest.newBuilder(endpoint.resolve(path)).timeout(patience).build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new DeployException("The local cloud did not answer " + path + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeployException("Asking the local cloud was interrupted.", e);
        }
    }

    /** Some text of a log, and the offset at which to go on. */
    public record LogPiece(String text, long nextOffset) {}
}
