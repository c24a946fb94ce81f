package io.beanpole.web;

import static io.beanpole.web.Caller.json;
import static io.beanpole.web.Caller.trim;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beanpole.task.Claim;
import io.beanpole.task.Delivery;
import io.beanpole.task.TaskResult;
import io.beanpole.task.TaskStore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The web tier over HTTP, two instances of it, as a browser and a program use it. */
class WebApiTest {
    private static WebTier tier;
    private static URI web;
    private static URI other;
    private static Caller demo;

    @BeforeAll
    static void start() throws IOException {
        tier = new WebTier();
        web = tier.start();
        other = tier.start();
        demo = new Caller(web, "demo-token");
    }

    @AfterAll
    static void stop() throws IOException {
        tier.close();
    }

    private static Caller somebodyElse() {
        Caller visitor = new Caller(web, null);
        String name = "u" + UUID.randomUUID();
        visitor.get("/sign-in");
        assertThat(visitor.post(
                                "/api/accounts",
                                "{\"name\": \"%s\", \"password\": \"long enough\"}".formatted(name),
                                "X-XSRF-TOKEN",
                                visitor.cookie("XSRF-TOKEN"))
                        .statusCode())
                .isEqualTo(201);
        visitor.form("/sign-in", "username=" + name + "&password=long+enough&_csrf=" + visitor.cookie("XSRF-TOKEN"));
        HttpResponse<String> token =
                visitor.post("/api/tokens", "{\"name\": \"t\"}", "X-XSRF-TOKEN", visitor.cookie("XSRF-TOKEN"));
        return new Caller(web, json(token).get("token").asString());
    }

    private static TaskStore store() {
        return tier.bean(TaskStore.class);
    }

    @Test
    void anAcceptedTaskIsStoredAndItsMessageReachesTheQueueOfItsLane() {
        HttpResponse<String> accepted = demo.post("/api/tasks", trim(demo.upload(), "express"));

        assertThat(accepted.statusCode()).isEqualTo(202);
        String id = json(accepted).get("id").asString();
        assertThat(accepted.headers().firstValue("Location")).contains("/api/tasks/" + id);
        assertThat(json(accepted).get("state").asString()).isEqualTo("QUEUED");
        assertThat(tier.messages(tier.express, 5))
                .anySatisfy(message -> assertThat(message).contains(id));
    }

    @Test
    void aProbeIsAcceptedWithoutAnUpload() {
        HttpResponse<String> accepted =
                demo.post("/api/tasks", "{\"kind\":\"probe\",\"lane\":\"express\",\"input\":{}}");

        assertThat(accepted.statusCode()).isEqualTo(202);
        assertThat(json(accepted).get("kind").asString()).isEqualTo("probe");
    }

    @Test
    void theSameIdempotencyKeyGivesTheSameTaskAndAnotherTaskUnderItIsRefused() {
        String upload = demo.upload();
        String key = UUID.randomUUID().toString();

        HttpResponse<String> first = demo.post("/api/tasks", trim(upload, "standard"), "Idempotency-Key", key);
        HttpResponse<String> again = demo.post("/api/tasks", trim(upload, "standard"), "Idempotency-Key", key);
        HttpResponse<String> different = demo.post("/api/tasks", trim(upload, "express"), "Idempotency-Key", key);

        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(json(again).get("id")).isEqualTo(json(first).get("id"));
        assertThat(different.statusCode()).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"kind":"clip.sing","lane":"standard","input":{}}                                                               | There is no kind "clip.sing"
            {"kind":"clip.trim","lane":"slow","input":{"upload":"UP","mode":"fast","range":{"start":1,"end":2}}}             | There is no lane "slow"
            {"kind":"clip.trim","lane":"standard","input":{"upload":"UP","mode":"fast","range":{"start":5,"end":2}}}         | must come after the start
            {"kind":"clip.trim","lane":"standard","input":{"upload":"UP","mode":"quick","range":{"start":1,"end":2}}}        | at "mode"
            {"kind":"clip.trim","lane":"standard","input":{"upload":"UP","mode":"fast"}}                                     | at "range"
            {"kind":"clip.join","lane":"standard","input":{"upload":"UP","mode":"fast","ranges":[{"start":1,"end":2}]}}      | Give 2 to 20 ranges
            {"kind":"clip.poster","lane":"standard","input":{"upload":"UP","at":-1}}                                         | Give the time of the poster
            {"kind":"clip.trim","lane":"standard"}                                                                           | input
            [1,2                                                                                                             | not the JSON
            """)
    void aTaskThatCannotBeMeantIsRefusedWithASentence(String body, String sentence) {
        HttpResponse<String> refused = demo.post("/api/tasks", body.replace("UP", demo.upload()));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json(refused).get("detail").asString()).contains(sentence);
    }

    @Test
    void ofAnothersThingsNothingCanBeSeen() {
        Caller stranger = somebodyElse();
        String upload = demo.upload();
        String id = json(demo.post("/api/tasks", trim(upload, "standard")))
                .get("id")
                .asString();

        assertThat(stranger.get("/api/tasks/" + id).statusCode()).isEqualTo(404);
        assertThat(stranger.get("/api/tasks/" + id + "/result").statusCode()).isEqualTo(404);
        assertThat(stranger.delete("/api/tasks/" + id).statusCode()).isEqualTo(404);
        assertThat(stranger.post("/api/tasks", trim(upload, "standard")).statusCode())
                .isEqualTo(404);
        assertThat(json(stranger.get("/api/tasks")).get("items").size()).isZero();
        assertThat(demo.get("/api/tasks/" + id).statusCode()).isEqualTo(200);
    }

    @Test
    void withoutSignInTheApiAnswers401AndThePageLeadsToTheSignIn() {
        Caller nobody = new Caller(web, null);

        assertThat(nobody.get("/api/tasks").statusCode()).isEqualTo(401);
        assertThat(new Caller(web, "wrong-token").get("/api/tasks").statusCode())
                .isEqualTo(401);
        HttpResponse<String> page = nobody.get("/");
        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(page.headers().firstValue("Location").orElse("")).endsWith("/sign-in");
    }

    @Test
    void aSignInHoldsAtEveryInstanceAndAChangeNeedsTheCsrfToken() {
        Caller person = new Caller(web, null);
        person.get("/sign-in");
        assertThat(person.form("/sign-in", "username=demo&password=wrong&_csrf=" + person.cookie("XSRF-TOKEN"))
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .endsWith("/sign-in?error");
        person.form("/sign-in", "username=demo&password=demo-password&_csrf=" + person.cookie("XSRF-TOKEN"));
        String body = "{\"fileName\": \"a.mp4\", \"contentType\": \"video/mp4\", \"size\": 5}";

        assertThat(json(person.get(other.resolve("/api/me").toString()))
                        .get("name")
                        .asString())
                .isEqualTo("demo");
        assertThat(person.post("/api/uploads", body).statusCode()).isEqualTo(403);
        assertThat(person.post("/api/uploads", body, "X-XSRF-TOKEN", person.cookie("XSRF-TOKEN"))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void aRevokedTokenOpensNothing() {
        HttpResponse<String> made = demo.post("/api/tokens", "{\"name\": \"ci\"}");
        Caller program = new Caller(web, json(made).get("token").asString());
        assertThat(program.get("/api/me").statusCode()).isEqualTo(200);
        assertThat(demo.get("/api/tokens").body())
                .doesNotContain(json(made).get("token").asString());

        assertThat(demo.delete("/api/tokens/" + json(made).get("id").asString()).statusCode())
                .isEqualTo(204);

        assertThat(program.get("/api/me").statusCode()).isEqualTo(401);
    }

    @Test
    void anUploadAddressHasKeySizeAndTypeFixedAndGoesToS3() {
        HttpResponse<String> made = demo.post(
                "/api/uploads", "{\"fileName\": \"../my clip.mp4\", \"contentType\": \"video/mp4\", \"size\": 12345}");

        assertThat(made.statusCode()).isEqualTo(201);
        String url = json(made).get("url").asString();
        assertThat(url).contains("/clips/uploads/").contains("my-clip.mp4").contains("X-Amz-Expires=900");
        assertThat(url.toLowerCase()).contains("content-length").contains("content-type");
        assertThat(json(made).get("headers").get("content-type").asString()).isEqualTo("video/mp4");
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"fileName\": \"a.mp4\", \"contentType\": \"video/mp4\", \"size\": 4000000000}', 413, at most",
        "'{\"fileName\": \"a.mp4\", \"contentType\": \"video/mp4\", \"size\": 0}', 400, size",
        "'{\"fileName\": \"a.txt\", \"contentType\": \"text/html\", \"size\": 10}', 400, video type",
        "'{\"fileName\": \"\", \"contentType\": \"video/mp4\", \"size\": 10}', 400, fileName"
    })
    void anUploadThatCannotBeAClipIsRefused(String body, int status, String sentence) {
        HttpResponse<String> refused = demo.post("/api/uploads", body);

        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(json(refused).get("detail").asString()).contains(sentence);
    }

    @Test
    void anOversizeBodyIsRefusedUnread() {
        assertThat(demo.post("/api/tasks", "x".repeat(70_000)).statusCode()).isEqualTo(413);
    }

    @Test
    void theListIsNewestFirstInPagesAndCanBeFiltered() {
        Caller owner = somebodyElse();
        String upload = owner.upload();
        List<String> ids = java.util.stream.IntStream.range(0, 5)
                .mapToObj(i -> json(owner.post("/api/tasks", trim(upload, "standard")))
                        .get("id")
                        .asString())
                .toList();
        owner.delete("/api/tasks/" + ids.get(2));

        var first = json(owner.get("/api/tasks?limit=2"));
        var second = json(owner.get(
                "/api/tasks?limit=10&cursor=" + first.get("nextCursor").asString()));

        assertThat(first.get("items").findValuesAsString("id")).containsExactly(ids.get(4), ids.get(3));
        assertThat(second.get("items").size()).isEqualTo(3);
        assertThat(second.get("nextCursor").isNull()).isTrue();
        assertThat(json(owner.get("/api/tasks?state=CANCELLED"))
                        .get("items")
                        .get(0)
                        .get("id")
                        .asString())
                .isEqualTo(ids.get(2));
        assertThat(owner.get("/api/tasks?state=LOST").statusCode()).isEqualTo(400);
    }

    @Test
    void anUnchangedTaskIsNotSentAgain() {
        String path = "/api/tasks/"
                + json(demo.post("/api/tasks", trim(demo.upload(), "standard")))
                        .get("id")
                        .asString();
        String tag = demo.get(path).headers().firstValue("ETag").orElseThrow();

        assertThat(demo.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        demo.delete(path);
        assertThat(demo.get(path, "If-None-Match", tag).statusCode()).isEqualTo(200);
    }

    @Test
    void theResultOfASucceededTaskIsADownloadFromS3() {
        UUID id = UUID.fromString(json(demo.post("/api/tasks", trim(demo.upload(), "standard")))
                .get("id")
                .asString());
        assertThat(demo.get("/api/tasks/" + id + "/result").statusCode()).isEqualTo(409);
        Claim.Taken taken = (Claim.Taken) store().claim(new Delivery(id, null, null), "i-test", Duration.ofMinutes(1));
        store().succeed(taken.lease(), new TaskResult("results/x/film-trim.mp4", "video/mp4", 10, 1.5));

        HttpResponse<String> result = demo.get("/api/tasks/" + id + "/result");

        assertThat(result.statusCode()).isEqualTo(302);
        assertThat(result.headers().firstValue("Location").orElseThrow())
                .contains("/clips/results/x/film-trim.mp4")
                .contains("film-trim.mp4%22");
    }

    @Test
    void aChangeReachesThePagesAtEveryInstance() {
        Queue<String> here = events(web);
        Queue<String> there = events(other);
        await().atMost(Duration.ofSeconds(10)).until(() -> !here.isEmpty() && !there.isEmpty());

        String id = json(demo.post("/api/tasks", trim(demo.upload(), "standard")))
                .get("id")
                .asString();
        demo.delete("/api/tasks/" + id);

        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            assertThat(here).anyMatch(line -> line.contains(id) && line.contains("CANCELLED"));
            assertThat(there).anyMatch(line -> line.contains(id) && line.contains("CANCELLED"));
        });
    }

    private static Queue<String> events(URI instance) {
        Queue<String> lines = new ConcurrentLinkedQueue<>();
        Caller page = new Caller(instance, "demo-token");
        var unused = page.http()
                .sendAsync(
                        page.request("/api/events").build(), BodyHandlers.fromLineSubscriber(new LineCollector(lines)));
        return lines;
    }

    @Test
    void whatACrashLeftUnsentIsSentByTheSweep() {
        String upload = demo.upload();
        UUID id = UUID.randomUUID();
        String owner = store().find(UUID.fromString(json(demo.post("/api/tasks", trim(upload, "standard")))
                        .get("id")
                        .asString()))
                .orElseThrow()
                .owner();
        store().insert(new io.beanpole.task.NewTask(
                id,
                owner,
                "standard",
                "clip.trim",
                tools.jackson.databind.json.JsonMapper.shared().readTree("{}"),
                null));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(tier.messages(tier.standard, 1))
                        .anySatisfy(message -> assertThat(message).contains(id.toString())));
    }

    @Test
    void theTaskOfAWorkerThatDiedIsSentAgain() {
        UUID id = UUID.fromString(json(demo.post("/api/tasks", trim(demo.upload(), "express")))
                .get("id")
                .asString());
        store().claim(new Delivery(id, null, null), "i-dead", Duration.ofMillis(1));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                json(demo.get("/api/tasks/" + id)).get("state").asString())
                        .isEqualTo("QUEUED"));
    }

    @Test
    void thePageIsStrictAboutWhatItLoadsAndItsAssetsMayBeKeptForEver() {
        HttpResponse<String> page = new Caller(web, null).get("/sign-in");
        String assets = page.body().replaceAll("(?s).*(/assets/[0-9a-f]{16})/.*", "$1");

        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'")
                .doesNotContain("unsafe");
        HttpResponse<String> style = new Caller(web, null).get(assets + "/base.css");
        assertThat(style.statusCode()).isEqualTo(200);
        assertThat(style.headers().firstValue("Cache-Control").orElseThrow())
                .contains("max-age=31536000")
                .contains("immutable");
    }

    @Test
    void healthAndTheApiDescriptionAreOpen() {
        assertThat(new Caller(web, null).get("/health").statusCode()).isEqualTo(200);
        assertThat(new Caller(web, null).get("/api/openapi").body()).contains("/api/tasks/{id}/result");
    }
}
