package io.beanpole.endtoend;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that uses the task API with a token: upload, submit, wait, download. */
public final class Program {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<String> ENDED = Set.of("SUCCEEDED", "FAILED", "CANCELLED");

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI web;
    private final String token;

    public Program(URI web, String token) {
        this.web = web;
        this.token = token;
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET().build());
    }

    public HttpResponse<String> delete(String path) {
        return send(request(path).DELETE().build());
    }

    public HttpResponse<String> post(String path, Object body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build());
    }

    public HttpResponse<String> patch(String path, Object body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(web.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token);
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request, handler);
        } catch (IOException e) {
            throw new EndToEndException(request.method() + " " + request.uri() + " failed: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EndToEndException("Stopped while waiting for " + request.uri(), e);
        }
    }

    private HttpResponse<String> send(HttpRequest request) {
        return send(request, BodyHandlers.ofString());
    }

    public static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    /** Puts a clip to S3 by a presigned address and gives the id of the upload. */
    public String upload(Path clip) {
        try {
            JsonNode address = register(clip.getFileName().toString(), Files.size(clip));
            HttpResponse<String> put = put(address, clip);
            if (put.statusCode() != 200) {
                throw new EndToEndException("S3 answered the upload with " + put.statusCode() + ": " + put.body());
            }
            return address.get("id").asString();
        } catch (IOException e) {
            throw new EndToEndException("Tried to upload " + clip + ": " + e.getMessage(), e);
        }
    }

    /** Asks where to put a clip of so many bytes. */
    public JsonNode register(String fileName, long size) {
        HttpResponse<String> made =
                post("/api/uploads", Map.of("fileName", fileName, "contentType", "video/mp4", "size", size));
        if (made.statusCode() != 201) {
            throw new EndToEndException("The upload was refused with " + made.statusCode() + ": " + made.body());
        }
        return json(made);
    }

    /** Puts bytes where {@link #register} said. */
    public HttpResponse<String> put(JsonNode address, Path clip) throws IOException {
        HttpRequest.Builder put = HttpRequest.newBuilder(
                        URI.create(address.get("url").asString()))
                .timeout(Duration.ofMinutes(1))
                .PUT(BodyPublishers.ofFile(clip));
        address.get("headers")
                .properties()
                .forEach(header -> put.header(header.getKey(), header.getValue().asString()));
        return send(put.build());
    }

    /** Submits a task and gives its id. */
    public String submit(String kind, String lane, Map<String, ?> input) {
        HttpResponse<String> accepted = post("/api/tasks", Map.of("kind", kind, "lane", lane, "input", input));
        if (accepted.statusCode() != 202) {
            throw new EndToEndException("The task was refused with " + accepted.statusCode() + ": " + accepted.body());
        }
        return json(accepted).get("id").asString();
    }

    public JsonNode task(String id) {
        return json(get("/api/tasks/" + id));
    }

    /** Waits until a task has ended, for at most {@code longest}. */
    public JsonNode ended(String id, Duration longest) {
        return await(id, ENDED, longest);
    }

    /** Waits until a task is in one of the states, for at most {@code longest}. */
    public JsonNode await(String id, Set<String> states, Duration longest) {
        Instant until = Instant.now().plus(longest);
        while (true) {
            JsonNode task = task(id);
            if (states.contains(task.get("state").asString())) {
                return task;
            }
            if (Instant.now().isAfter(until)) {
                throw new EndToEndException("Task is not " + states + " after " + longest + ": " + task);
            }
            Pause.ofMillis(250);
        }
    }

    /** Downloads the result of a task. */
    public Path download(String id, Path file) {
        String place = get("/api/tasks/" + id + "/result")
                .headers()
                .firstValue("Location")
                .orElseThrow(() -> new EndToEndException("Task " + id + " has no result: " + task(id)));
        HttpResponse<Path> got = send(HttpRequest.newBuilder(URI.create(place)).build(), BodyHandlers.ofFile(file));
        if (got.statusCode() != 200) {
            throw new EndToEndException("S3 answered the download of " + id + " with " + got.statusCode());
        }
        return file;
    }
}
