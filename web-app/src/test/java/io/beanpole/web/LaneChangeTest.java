package io.beanpole.web;

import static io.beanpole.web.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beanpole.task.Claim;
import io.beanpole.task.Delivery;
import io.beanpole.task.TaskState;
import io.beanpole.task.TaskStore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Waiting tasks change their lanes: by their owner, and by having waited too long. */
class LaneChangeTest {
    private static final int TASKS = 100;
    private static final int CHANGES = 1_000;

    private static WebTier tier;
    private static Caller demo;
    private static Caller elsewhere;

    @BeforeAll
    static void start() throws IOException {
        tier = new WebTier();
        String[] guard = {"--web.promote.after.standard=30m", "--web.promote.most=3"};
        URI web = tier.start(guard);
        demo = new Caller(web, "demo-token");
        elsewhere = new Caller(tier.start(guard), "demo-token");
    }

    @AfterAll
    static void stop() throws IOException {
        tier.close();
    }

    @Test
    void aWaitingTaskChangesItsLaneAndItsMessageComesThereToo() {
        String path = "/api/tasks/" + submit("standard");
        Queue<String> page = events();

        HttpResponse<String> moved = demo.patch(path, "{\"lane\": \"express\"}");

        assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);
        assertThat(json(moved).get("lane").asString()).isEqualTo("express");
        assertThat(json(moved).get("promotedAt").isNull()).isTrue();
        assertThat(moved.headers().firstValue("ETag")).contains(etag(path));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> messages(tier.express).stream()
                        .anyMatch(message -> path.endsWith(id(message)) && message.contains("\"generation\":1")));
        await().atMost(Duration.ofSeconds(10))
                .until(() -> page.stream()
                        .anyMatch(line -> line.contains(id(path)) && line.contains("\"lane\":\"express\"")));
    }

    @Test
    void onlyWhatWaitsAndIsTheCallersAndAsTheyReadItChangesItsLane() {
        UUID id = UUID.fromString(submit("standard"));
        String path = "/api/tasks/" + id;
        String seen = etag(path);
        String express = "{\"lane\": \"express\"}";

        assertThat(demo.patch(path, "{\"lane\": \"slow\"}").statusCode()).isEqualTo(400);
        assertThat(demo.patch(path, "{}").statusCode()).isEqualTo(400);
        assertThat(demo.patch("/api/tasks/" + UUID.randomUUID(), express).statusCode())
                .isEqualTo(404);
        assertThat(demo.patch(path, express, "If-Match", "\"r99\"").statusCode())
                .isEqualTo(412);
        assertThat(demo.patch(path, express, "If-Match", "\"other\"").statusCode())
                .isEqualTo(412);
        assertThat(demo.patch(path, express, "If-Match", seen).statusCode()).isEqualTo(200);
        assertThat(demo.patch(path, express, "If-Match", seen).statusCode()).isEqualTo(200);
        assertThat(store().claim(new Delivery(id, null, null), "w", Duration.ofMinutes(1)))
                .isInstanceOf(Claim.Taken.class);

        HttpResponse<String> late = demo.patch(path, "{\"lane\": \"standard\"}");

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(json(late).get("detail").asString())
                .isEqualTo(
                        "Only a task that waits can change its lane; a worker has begun it in express, and it goes on"
                                + " there.");
    }

    @Test
    void theSameIdempotencyKeyGivesTheTaskBackAfterItMoved() {
        String key = UUID.randomUUID().toString();
        String probe = "{\"kind\":\"probe\",\"lane\":\"standard\",\"input\":{}}";
        String id = json(demo.post("/api/tasks", probe, "Idempotency-Key", key))
                .get("id")
                .asString();
        demo.patch("/api/tasks/" + id, "{\"lane\": \"express\"}");

        HttpResponse<String> again = demo.post("/api/tasks", probe, "Idempotency-Key", key);

        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(json(again).get("id").asString()).isEqualTo(id);
    }

    @Test
    void whoWaitedTooLongIsPromotedAFewAMinute() {
        List<String> waiting =
                IntStream.range(0, 6).mapToObj(i -> submit("standard")).toList();
        tier.bean(JdbcClient.class)
                .sql("update tasks set created_at = now() - interval '31 minutes' where id = any(:ids)")
                .param("ids", waiting.stream().map(UUID::fromString).toArray(UUID[]::new))
                .update();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(promoted(waiting)).hasSize(3));

        String message = promoted(waiting).get(0);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> messages(tier.express).stream().anyMatch(body -> body.contains(message)));
        assertThat(promoted(waiting)).hasSize(3);
    }

    private static List<String> promoted(List<String> ids) {
        return ids.stream()
                .filter(id -> {
                    var task = json(demo.get("/api/tasks/" + id));
                    return task.get("lane").asString().equals("express")
                            && !task.get("promotedAt").isNull();
                })
                .toList();
    }

    @Test
    void whateverChangesItsLaneWhileWorkersTakeItIsDoneOnce() throws Exception {
        Map<UUID, Integer> done = new ConcurrentHashMap<>();
        List<QueueWorker> workers = Stream.of(tier.express, tier.standard, tier.express, tier.standard)
                .map(queue -> new QueueWorker(tier.sqs(), queue, store(), done, queue.hashCode()))
                .toList();
        List<UUID> ids = ids();
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            AtomicInteger moved = changeLanes(ids, threads, () -> workers.forEach(threads::execute));
            await().atMost(Duration.ofSeconds(90))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> ids.stream().allMatch(id -> state(id) == TaskState.SUCCEEDED));
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> waiting(tier.express) + waiting(tier.standard) == 0);

            assertThat(moved).hasValueGreaterThan(CHANGES / 10);
            assertThat(ids).allSatisfy(id -> assertThat(done).containsEntry(id, 1));
        } finally {
            workers.forEach(QueueWorker::stop);
            threads.shutdown();
            assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static List<UUID> ids() {
        return IntStream.range(0, TASKS)
                .mapToObj(i -> UUID.fromString(submit(i % 2 == 0 ? "standard" : "express")))
                .toList();
    }

    /** Sends a thousand wishes to both web instances at once; the workers begin with them. */
    private static AtomicInteger changeLanes(List<UUID> ids, ExecutorService threads, Runnable begin) {
        AtomicInteger moved = new AtomicInteger();
        CountDownLatch half = new CountDownLatch(CHANGES / 2);
        List<CompletableFuture<Void>> movers = new ArrayList<>();
        for (int mover = 0; mover < 4; mover++) {
            Random random = new Random(mover);
            Caller caller = mover % 2 == 0 ? demo : elsewhere;
            movers.add(CompletableFuture.runAsync(
                    () -> {
                        for (int i = 0; i < CHANGES / 4; i++) {
                            String lane = random.nextBoolean() ? "express" : "standard";
                            UUID id = ids.get(random.nextInt(ids.size()));
                            int status = caller.patch("/api/tasks/" + id, "{\"lane\": \"" + lane + "\"}")
                                    .statusCode();
                            assertThat(status).isIn(200, 409);
                            moved.addAndGet(status == 200 ? 1 : 0);
                            half.countDown();
                        }
                    },
                    threads));
        }
        try {
            // Half of them among themselves, which leaves strays in both queues, and half against the workers.
            assertThat(half.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        begin.run();
        movers.forEach(CompletableFuture::join);
        return moved;
    }

    private static TaskState state(UUID id) {
        return store().find(id).orElseThrow().state();
    }

    private static int waiting(String queue) {
        return tier
                .sqs()
                .getQueueAttributes(get -> get.queueUrl(queue).attributeNames(QueueAttributeName.ALL))
                .attributes()
                .entrySet()
                .stream()
                .filter(entry -> entry.getKey().toString().matches("ApproximateNumberOfMessages(NotVisible)?"))
                .mapToInt(entry -> Integer.parseInt(entry.getValue()))
                .sum();
    }

    private static TaskStore store() {
        return tier.bean(TaskStore.class);
    }

    private static String submit(String lane) {
        return json(demo.post("/api/tasks", "{\"kind\":\"probe\",\"lane\":\"" + lane + "\",\"input\":{}}"))
                .get("id")
                .asString();
    }

    private static String etag(String path) {
        return demo.get(path).headers().firstValue("ETag").orElseThrow();
    }

    /** The last part of a path, or the task that a message names. */
    private static String id(String text) {
        return text.startsWith("/")
                ? text.substring(text.lastIndexOf('/') + 1)
                : text.replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
    }

    private static List<String> messages(String queue) {
        return tier.messages(queue, 5);
    }

    private static Queue<String> events() {
        Queue<String> lines = new ConcurrentLinkedQueue<>();
        var unused = demo.http()
                .sendAsync(
                        demo.request("/api/events").build(), BodyHandlers.fromLineSubscriber(new LineCollector(lines)));
        await().atMost(Duration.ofSeconds(10)).until(() -> !lines.isEmpty());
        return lines;
    }
}
