package io.beanpole.deploy.lane;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.spec.DeploymentSpec;
import io.beanpole.deploy.spec.Placeholders;
import io.beanpole.deploy.spec.StageSpec;
import io.beanpole.deploy.spec.TestTaskSpec;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The way of a test task: the section testTask of deployment.yml, spoken over HTTP. */
public final class TestTaskRoute {
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int SHOWN_CHARACTERS = 200;

    private final TestTaskSpec spec;
    private final String environmentName;
    private final Supplier<Placeholders> values;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /**
     * A route to an environment.
     *
     * @param environmentName the web environment's name in Elastic Beanstalk
     * @param values of the placeholders, asked for when a task is sent, since they may cost a call to AWS
     */
    public TestTaskRoute(TestTaskSpec spec, String environmentName, Supplier<Placeholders> values) {
        this.spec = spec;
        this.environmentName = environmentName;
        this.values = values;
    }

    /** The route that deployment.yml describes for a stage, if it describes any. */
    public static Optional<TestTaskRoute> of(DeploymentSpec spec, StageSpec stage, Supplier<Placeholders> values) {
        return spec.testTask()
                .map(task -> new TestTaskRoute(task, spec.environmentName(stage, task.environment()), values));
    }

    /** The environment that takes test tasks. */
    String environmentName() {
        return environmentName;
    }

    /** Where deployment.yml says that the environment is reached on AWS; empty if it doesn't say. */
    Optional<URI> url() {
        return spec.url().map(url -> {
            var filled = values.get().fill("testTask.url", url);
            try {
                return URI.create(filled);
            } catch (IllegalArgumentException e) {
                throw new DeployException("deployment.yml: testTask.url is no URL: " + e.getMessage(), e);
            }
        });
    }

    /** Why the request can't even be written; empty when it can. */
    Optional<String> whyNot() {
        try {
            request(URI.create("http://localhost"), spec.path());
            return Optional.empty();
        } catch (DeployException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** Submits a task. */
    TestTask send(URI web, String laneName) {
        var body = values.get().with("lane", nothing -> laneName).fill("testTask.body", spec.body());
        var answer = answer(
                "send a test task to the lane " + laneName,
                request(web, spec.path()).POST(BodyPublishers.ofString(body)).build());
        return read(answer, laneName, Instant.now());
    }

    /** Reads how a task stands. */
    TestTask refresh(URI web, TestTask task) {
        var path = new Placeholders().with("id", nothing -> task.id()).fill("testTask.statusPath", spec.statusPath());
        var answer = answer(
                "read the state of the test task " + task.id(),
                request(web, path).GET().build());
        return read(answer, task.laneName(), task.submittedAt());
    }

    private TestTask read(JsonNode answer, String laneName, Instant otherwiseSubmitted) {
        var fields = spec.fields();
        var submitted = time(answer, fields.submittedAt()).orElse(otherwiseSubmitted);
        var state = text(answer, "state", fields.state());
        return new TestTask(
                text(answer, "id", fields.id()),
                laneName,
                submitted,
                state,
                time(answer, fields.startedAt()).map(started -> Duration.between(submitted, started)),
                spec.endStates().contains(state));
    }

    private static String text(JsonNode answer, String what, String pointer) {
        var value = answer.at(pointer);
        if (!value.isValueNode() || value.isNull()) {
            throw new DeployException("The answer to the test task has no " + what + " at " + pointer + ": "
                    + shortened(answer.toString()) + ". Check testTask.fields in deployment.yml.");
        }
        return value.asString();
    }

    private static Optional<Instant> time(JsonNode answer, String pointer) {
        var text = answer.at(pointer).asString("");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            throw new DeployException(
                    "The answer to the test task has no time in ISO 8601 at " + pointer + ", but '" + shortened(text)
                            + "'. Check testTask.fields in deployment.yml.",
                    e);
        }
    }

    private HttpRequest.Builder request(URI web, String path) {
        var request = HttpRequest.newBuilder(web.resolve(path)).timeout(LONGEST);
        var placeholders = values.get();
        spec.headers()
                .forEach((name, value) -> request.header(name, placeholders.fill("testTask.headers." + name, value)));
        return request;
    }

    private JsonNode answer(String attempt, HttpRequest request) {
        var response = exchange(attempt, request);
        var asked = request.method() + " " + request.uri() + " answered " + response.statusCode();
        if (response.statusCode() / 100 != 2) {
            throw new DeployException("Could not " + attempt + ": " + asked + ": " + shortened(response.body()));
        }
        try {
            return JsonMapper.shared().readTree(response.body());
        } catch (JacksonException e) {
            throw new DeployException(
                    "Could not " + attempt + ": " + asked + " with what is no JSON: " + shortened(response.body()), e);
        }
    }

    private HttpResponse<String> exchange(String attempt, HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new DeployException(
                    "Could not " + attempt + ": " + request.method() + " " + request.uri() + " failed: " + e,
                    "Check that the environment " + environmentName + " is up.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeployException("Could not " + attempt + ": it was interrupted.", e);
        }
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN_CHARACTERS ? text : text.substring(0, SHOWN_CHARACTERS) + " ...";
    }
}
