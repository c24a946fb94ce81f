package io.beanpole.cloud.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.beanpole.cloud.endpoint.Endpoint;
import io.beanpole.cloud.sqsd.RealQueue;
import io.beanpole.cloud.sqsd.SqsdBehaviour;
import io.beanpole.cloud.timeline.Timelines;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HandlersTest {
    private static RealQueue queues;

    @TempDir
    private Path directory;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> posts = new CopyOnWriteArrayList<>();
    private HttpServer application;
    private Timelines timelines;
    private Handlers handlers;
    private Endpoint endpoint;

    @BeforeAll
    static void startQueues() throws IOException {
        queues = new RealQueue();
    }

    @AfterAll
    static void stopQueues() {
        queues.close();
    }

    /** Half a second before a minute begins, so that a task is due soon. */
    @BeforeEach
    void start() throws IOException {
        application = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        application.createContext("/", exchange -> {
            posts.add(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("X-Aws-Sqsd-Taskname") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        long millis = 59_500 - Instant.now().toEpochMilli() % 60_000;
        Clock clock = Clock.offset(Clock.systemUTC(), Duration.ofMillis(millis));
        timelines = new Timelines(directory.resolve("timelines"));
        handlers = new Handlers(directory.resolve("handlers"), queues.sqs, timelines, SqsdBehaviour.DEFAULT, clock);
        endpoint = Endpoint.bind("test", 0, "--port");
        endpoint.start(exchange -> {
            try (exchange) {
                handlers.handle(exchange);
            }
        });
    }

    @AfterEach
    void stop() {
        endpoint.close();
        handlers.close();
        timelines.close();
        application.stop(0);
    }

    @Test
    void aMessageReachesTheHandlerAsSoonAsItListens() throws Exception {
        JsonNode started = started("jobs", "");
        queues.sqs.sendMessage(
                request -> request.queueUrl(started.path("queueUrl").asString()).messageBody("one"));
        assertThat(receives(started)).as("it rests while nobody listens").isZero();

        application.start();

        await().until(() -> posts.contains("/work null one"));
        assertThat(receives(started)).isZero();
    }

    @Test
    void aMessageThatCameToTheHandlerBeforeIsNotLostToItsSuccessor() throws Exception {
        application.start();
        JsonNode first = started("again", "");
        queues.sqs.sendMessage(
                request -> request.queueUrl(first.path("queueUrl").asString()).messageBody("one"));
        await().until(() -> posts.contains("/work null one"));
        await().pollDelay(Duration.ofMillis(300)).until(() -> true);

        started("again", "");
        await().pollDelay(Duration.ofMillis(300)).until(() -> true);
        queues.sqs.sendMessage(
                request -> request.queueUrl(first.path("queueUrl").asString()).messageBody("two"));

        await().until(() -> posts.contains("/work null two"));
        assertThat(posts).hasSize(2);
    }

    @Test
    void aTaskOfCronYamlIsPostedToItsOwnPathWithAnEmptyBody() throws Exception {
        application.start();

        started("periodic", "version: 1\ncron: [{name: tick, url: /tick, schedule: '* * * * *'}]");

        await().until(() -> posts.contains("/tick tick "));
    }

    @Test
    void theQueueGetsADeadLetterQueueAndIsKeptWhenTheDaemonEnds() throws Exception {
        JsonNode started = started("kept", "");

        HttpRequest delete = request("/kept").DELETE().build();
        assertThat(http.send(delete, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        assertThat(http.send(delete, BodyHandlers.ofString()).statusCode()).isEqualTo(404);

        assertThat(attribute(started, QueueAttributeName.REDRIVE_POLICY))
                .contains("kept-dead-letters")
                .contains("3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "[]",
                "{}",
                "{\"url\": \"https://127.0.0.1:1\"}",
                "{\"url\": \"http://127.0.0.1:1\", \"queue\": \"../../etc\"}",
                "{\"url\": \"http://127.0.0.1:1\", \"path\": \"work\"}",
                "{\"url\": \"http://127.0.0.1:1\", \"port\": 1}",
                "{\"url\": \"http://127.0.0.1:1\", \"options\": {\"VisibilityTimeout\": \"43201\"}}",
                "{\"url\": \"http://127.0.0.1:1\", \"options\": {\"Speed\": \"1\"}}",
                "{\"url\": \"http://127.0.0.1:1\", \"cron\": \"version: 7\"}",
                "{\"url\": \"http://127.0.0.1:1\", \"queue\": \"q.fifo\","
                        + " \"cron\": \"version: 1\\ncron: [{name: a, url: /a, schedule: '* * * * *'}]\"}"
            })
    void whatCannotBeServedIsASentence(String body) throws Exception {
        HttpResponse<String> answer = post(body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).matches("(?s).*[.]\n");
    }

    @Test
    void onlyJsonIsTakenSoThatNoWebPageCanStartOne() throws Exception {
        HttpRequest form = request("")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{}"))
                .build();

        assertThat(http.send(form, BodyHandlers.ofString()).statusCode()).isEqualTo(400);
    }

    private JsonNode started(String queue, String cron) throws Exception {
        String url = "http://127.0.0.1:" + application.getAddress().getPort() + "/work";
        HttpResponse<String> answer = post(JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "url",
                        url,
                        "queue",
                        queue,
                        "cron",
                        cron,
                        "options",
                        Map.of("MaxRetries", "3", "HttpConnections", "5"))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JsonMapper.shared().readTree(answer.body());
    }

    private int receives(JsonNode started) {
        return Integer.parseInt(attribute(started, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE));
    }

    private static String attribute(JsonNode started, QueueAttributeName name) {
        return queues.sqs
                .getQueueAttributes(request ->
                        request.queueUrl(started.path("queueUrl").asString()).attributeNames(name))
                .attributes()
                .get(name);
    }

    private HttpResponse<String> post(String body) throws Exception {
        return http.send(
                request("")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(endpoint.uri().resolve(Handlers.ROOT + path));
    }
}
