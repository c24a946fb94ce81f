package io.beanpole.cloud.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.cloud.endpoint.Endpoint;
import io.beanpole.cloud.sqsd.MessageEvent;
import io.beanpole.cloud.sqsd.MessageRule;
import io.beanpole.cloud.sqsd.SqsdBehaviour;
import io.beanpole.cloud.sqsd.SqsdListener;
import io.beanpole.cloud.sqsd.SqsdSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TimelinesTest {
    private static final Instant AT = Instant.parse("2026-11-21T08:00:00Z");

    @TempDir
    private Path directory;

    private final HttpClient http = HttpClient.newHttpClient();
    private OptionalInt mostReceives = OptionalInt.empty();
    private Timelines timelines;
    private SqsdListener daemon;
    private Endpoint endpoint;

    @BeforeEach
    void start() {
        timelines = new Timelines(directory, url -> mostReceives);
        daemon = timelines.recording(settings(), "i-1", new Deaf());
        endpoint = Endpoint.bind("test", 0, "--port");
        endpoint.start(exchange -> {
            try (exchange) {
                timelines.api().handle(exchange);
            }
        });
    }

    @AfterEach
    void stop() {
        endpoint.close();
        timelines.close();
    }

    @Test
    void aMessageTellsWhichRuleFiredAndWhenItComesBack() throws Exception {
        tell("m1", 1, MessageRule.RECEIVED, AT);
        tell("m1", 1, MessageRule.STATUS_THEN_VISIBILITY, AT.plusSeconds(60));

        JsonNode told = json("/lane/m1");

        assertThat(told.path("message").path("state").asString()).isEqualTo("waiting");
        JsonNode last = told.path("events").path(1);
        assertThat(last.path("rule").asString()).isEqualTo("STATUS_THEN_VISIBILITY");
        assertThat(last.path("instance").asString()).isEqualTo("i-1");
        assertThat(Instant.parse(last.path("visibleAgainAt").asString())).isEqualTo(AT.plusSeconds(300));
        assertThat(last.path("sentence").asString())
                .contains("ErrorVisibilityTimeout is not set")
                .contains("VisibilityTimeout (300 s since its receive)");
    }

    @Test
    void underTheDocumentedProfileItComesBackAfterTwoSeconds() throws Exception {
        tell("m1", 1, MessageRule.RECEIVED, AT);
        tell("m1", 1, MessageRule.STATUS_THEN_DOCUMENTED_DEFAULT, AT.plusSeconds(60));

        JsonNode last = json("/lane/m1").path("events").path(1);

        assertThat(Instant.parse(last.path("visibleAgainAt").asString())).isEqualTo(AT.plusSeconds(62));
    }

    @Test
    void afterTheLastReceiveThatTheQueueAllowsItIsDeadLettered() throws Exception {
        mostReceives = OptionalInt.of(2);
        tell("m1", 1, MessageRule.RECEIVED, AT);
        tell("m1", 1, MessageRule.STATUS_THEN_VISIBILITY, AT.plusSeconds(60));
        assertThat(json("/lane/m1").path("message").path("state").asString()).isEqualTo("waiting");
        tell("m1", 2, MessageRule.RECEIVED, AT.plusSeconds(300));
        assertThat(json("/lane/m1").path("message").path("state").asString()).isEqualTo("in work");
        tell("m1", 2, MessageRule.STATUS_THEN_VISIBILITY, AT.plusSeconds(360));

        JsonNode told = json("/lane/m1");

        JsonNode last = told.path("events").path(3);
        assertThat(told.path("message").path("state").asString()).isEqualTo("dead-lettered");
        assertThat(last.path("visibleAgainAt").isNull()).isTrue();
        assertThat(Instant.parse(last.path("deadLetteredAt").asString())).isEqualTo(AT.plusSeconds(600));
        assertThat(last.path("sentence").asString())
                .contains("maxReceiveCount (2)")
                .endsWith("it goes to the dead-letter queue.");
        assertThat(json("/lane?state=dead-lettered").path("messages").size()).isEqualTo(1);
    }

    @Test
    void deadLettersPushNoMessageThatWaitsOutOfSight() throws Exception {
        mostReceives = OptionalInt.of(2);
        tell("failing", 1, MessageRule.STATUS_THEN_VISIBILITY, AT);
        for (int i = 0; i < QueueTimeline.MOST_OPEN + 10; i++) {
            tell("m" + i, 2, MessageRule.STATUS_THEN_VISIBILITY, AT);
        }

        assertThat(json("/lane?state=waiting").path("messages").size()).isEqualTo(1);
        assertThat(json("").path("queues")
                        .path(0)
                        .path("messages")
                        .path("dead-lettered")
                        .asInt())
                .isEqualTo(QueueTimeline.MOST_DONE);
    }

    @Test
    void aRedrivenMessageIsInWorkAgainAndADeadLetterIsKeptOverARestart() {
        mostReceives = OptionalInt.of(1);
        tell("m1", 1, MessageRule.STATUS_THEN_VISIBILITY, AT);
        tell("m2", 1, MessageRule.STATUS_THEN_VISIBILITY, AT);
        tell("m2", 1, MessageRule.RECEIVED, AT.plusSeconds(900));
        timelines.close();

        try (Timelines again = new Timelines(directory)) {
            QueueTimeline lane = again.find("lane").orElseThrow();
            assertThat(lane.messages(10, Optional.of(MessageState.DEAD_LETTERED)))
                    .extracting(MessageSummary::messageId)
                    .containsExactly("m1");
            assertThat(lane.messages(10, Optional.of(MessageState.IN_WORK)))
                    .extracting(MessageSummary::messageId)
                    .containsExactly("m2");
        }
    }

    @Test
    void everyRuleHasASentence() {
        RuleSentences sentences = new RuleSentences(settings());
        for (MessageRule rule : MessageRule.values()) {
            assertThat(sentences.sentence(event("m", 1, rule, AT), OptionalInt.empty()))
                    .endsWith(".");
        }
    }

    @Test
    void aFollowerGetsWhatHappensWhenItHappens() throws Exception {
        tell("m1", 1, MessageRule.RECEIVED, AT);
        CompletableFuture<HttpResponse<String>> waiting =
                http.sendAsync(request("/lane/events?after=1&wait=20").build(), BodyHandlers.ofString());

        tell("m1", 1, MessageRule.DELETED_ON_200, AT.plusSeconds(1));

        JsonNode answer =
                JsonMapper.shared().readTree(waiting.get(10, TimeUnit.SECONDS).body());
        assertThat(answer.path("events").size()).isEqualTo(1);
        assertThat(answer.path("events").path(0).path("rule").asString()).isEqualTo("DELETED_ON_200");
        assertThat(answer.path("next").asLong()).isEqualTo(2);
    }

    @Test
    void aFailingMessageStaysInSightOnABusyQueueAndAFollowerHearsWhatItMissed() throws Exception {
        tell("failing", 1, MessageRule.STATUS_THEN_VISIBILITY, AT);
        for (int i = 0; i < QueueTimeline.MOST_IN_A_ROW + 100; i++) {
            tell("m" + i, 1, MessageRule.DELETED_ON_200, AT);
        }

        assertThat(json("/lane/failing").path("message").path("state").asString())
                .isEqualTo("waiting");
        assertThat(json("/lane?state=waiting").path("messages").size()).isEqualTo(1);
        assertThat(json("").path("queues").path(0).path("messages").path("done").asInt())
                .isEqualTo(QueueTimeline.MOST_DONE);
        assertThat(json("/lane/events?after=0&limit=1").path("missed").asLong()).isEqualTo(101);
    }

    @Test
    void oneMessageIsBoundedAndKeepsItsBeginning() throws Exception {
        for (int i = 1; i <= 362; i++) {
            tell("m1", i, MessageRule.STATUS_THEN_VISIBILITY, AT.plusSeconds(i));
        }

        JsonNode told = json("/lane/m1");

        assertThat(told.path("events").path(0).path("receiveCount").asInt()).isEqualTo(1);
        assertThat(told.path("message").path("receives").asInt()).isEqualTo(362);
        assertThat(told.path("leftOut").asInt() + told.path("events").size()).isEqualTo(362);
        assertThat(told.path("events").size()).isLessThan(100);
    }

    @Test
    void aRestartForgetsNothingAndATornLineIsLeftOut() throws IOException {
        tell("m1", 1, MessageRule.RECEIVED, AT);
        timelines.close();
        Files.writeString(directory.resolve("lane.jsonl"), "{\"number\":2,\"at\":\"20", StandardOpenOption.APPEND);

        try (Timelines again = new Timelines(directory)) {
            assertThat(again.find("lane").orElseThrow().message("m1")).isPresent();
            again.recording(settings(), "i-2", new Deaf()).message(event("m2", 1, MessageRule.RECEIVED, AT));
            assertThat(again.summaries().get(0).events()).isEqualTo(2);
        }
    }

    @Test
    void aLineTornWithinACharacterIsLeftOutAndTheNextOneIsKept() throws IOException {
        tell("m1", 1, MessageRule.RECEIVED, AT);
        timelines.close();
        byte[] torn = "{\"outcome\":\"ü".getBytes(StandardCharsets.UTF_8);
        Files.write(directory.resolve("lane.jsonl"), Arrays.copyOf(torn, torn.length - 1), StandardOpenOption.APPEND);

        try (Timelines again = new Timelines(directory)) {
            again.recording(settings(), "i-2", new Deaf()).message(event("m2", 1, MessageRule.RECEIVED, AT));
        }

        try (Timelines later = new Timelines(directory)) {
            assertThat(later.find("lane").orElseThrow().message("m1")).isPresent();
            assertThat(later.find("lane").orElseThrow().message("m2")).isPresent();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/nope, 404",
        "/lane/nope, 404",
        "/lane?limit=0, 400",
        "/lane?limit=x, 400",
        "/lane?state=gone, 400",
        "/lane/events?after=99999999999, 400",
        "/lane/events?wait=600, 400",
        "/lane/events/more, 404"
    })
    void whatCannotBeAnsweredIsASentence(String path, int status) throws Exception {
        HttpResponse<String> answer = http.send(request(path).build(), BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).matches("(?s)[A-Z].*\\.\n");
    }

    @Test
    void nothingCanBeWritten() throws Exception {
        HttpRequest post = request("/lane").POST(BodyPublishers.ofString("{}")).build();

        assertThat(http.send(post, BodyHandlers.ofString()).statusCode()).isEqualTo(405);
    }

    private void tell(String id, int receive, MessageRule rule, Instant at) {
        daemon.message(event(id, receive, rule, at));
    }

    private static MessageEvent event(String id, int receive, MessageRule rule, Instant at) {
        return new MessageEvent(at, id, receive, rule, "504", Duration.ofMillis(7));
    }

    private JsonNode json(String path) throws Exception {
        return JsonMapper.shared()
                .readTree(http.send(request(path).build(), BodyHandlers.ofString())
                        .body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(endpoint.uri().resolve(MessagesApi.ROOT + path));
    }

    private static SqsdSettings settings() {
        return new SqsdSettings(
                "http://127.0.0.1:1/000000000000/lane",
                URI.create("http://127.0.0.1:2"),
                "/",
                "application/json",
                50,
                Duration.ofSeconds(5),
                Duration.ofSeconds(299),
                Duration.ofSeconds(300),
                Optional.empty(),
                Duration.ofDays(4),
                SqsdBehaviour.DEFAULT);
    }

    /** Whom nothing interests. */
    private static final class Deaf implements SqsdListener {
        @Override
        public void message(MessageEvent event) {}

        @Override
        public void posted(int status, Duration took) {}

        @Override
        public void daemon(String category, String text) {}
    }
}
