package io.beanpole.endtoend;

import static io.beanpole.endtoend.ScriptedCloud.GROUP;
import static io.beanpole.endtoend.ScriptedCloud.SQSD;
import static io.beanpole.endtoend.ScriptedCloud.VARIABLE;
import static io.beanpole.endtoend.ScriptedCloud.option;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two workers get a new version in the middle of their work: one drains first, the other does not. */
class DrainIT {
    private static final Duration LONG = Duration.ofSeconds(90);
    /** Until a message that was cut off is visible again and taken. */
    private static final Duration TWICE = Duration.ofSeconds(45);

    private static final String DRAINED = "drained";
    private static final String CUT = "cut";
    private static final String DESCRIPTION = """
            application: hand
            platform: ECS
            images:
              app: {reference: "hand:one", port: 80}
            environments:
              drained: {tier: worker, image: app, memory: 64}
              cut: {tier: worker, image: app, memory: 64}
            stages:
              local: {region: eu-central-2, localCloud: true}
            """;
    /** Seconds that a message takes: longer than the plan and what the local cloud lets messages end by itself. */
    private static final String WORK = "15";
    /** So long that it is never done while somebody looks. */
    private static final String LONG_WORK = "300";

    private static final int INSTANCES = 2;
    /** The daemon hands a message over again as well when the application closes the connection on it. */
    private static final Set<String> POSTS = Set.of("POSTED", "CLOSED_THEN_POSTED_AGAIN");

    @TempDir
    private static Path directory;

    private static ScriptedCloud cloud;
    private static SqsClient sqs;

    @BeforeAll
    static void twoWorkers() throws Exception {
        cloud = new ScriptedCloud(directory, "--speed", "60");
        cloud.place().describe(DESCRIPTION);
        sqs = cloud.cloud().client(SqsClient.builder());
        String hook = ".platform/worker/hooks/prebuild/01-drain.sh";
        Map<String, String> files =
                Map.of(hook.replace("/worker/", "/"), Files.readString(RunningHouse.ROOT.resolve(hook)));
        for (String label : List.of("one", "two")) {
            cloud.version(label, cloud.push(label, ScriptApplication.thatAnswers(label, directory)), files);
        }
        create(DRAINED, WORK, "60");
        create(CUT, LONG_WORK, "0");
        ready();
    }

    @AfterAll
    static void end() {
        if (cloud != null) {
            cloud.close();
        }
        if (sqs != null) {
            sqs.close();
        }
    }

    @Test
    void whatIsDrainedIsDoneOnceAndOfTheRestThePlanTellsHowMuchIsDoneTwice() throws Exception {
        String drained = cloud.queue(DRAINED, "WorkerQueue");
        String cut = cloud.queue(CUT, "WorkerQueue");
        for (String queue : List.of(drained, cut)) {
            for (int i = 0; i < INSTANCES; i++) {
                sqs.sendMessage(request -> request.queueUrl(queue).messageBody("work"));
            }
            await().atMost(LONG).until(() -> inFlight(queue) == INSTANCES);
        }

        JsonNode plan = cloud.json("plan", DRAINED, CUT, "--version-label", "two", "--json");
        cloud.update(DRAINED, "two");
        cloud.update(CUT, "two");
        ready();

        assertThat(predicted(plan, DRAINED)).isZero();
        assertThat(predicted(plan, CUT)).isEqualTo(INSTANCES);
        assertThat(plan.get("calls").asInt()).isLessThanOrEqualTo(15);
        await().atMost(LONG).until(() -> inFlight(drained) == 0);
        assertThat(posts(drained).values()).hasSize(INSTANCES).containsOnly(1);
        await().atMost(TWICE)
                .untilAsserted(() -> assertThat(posts(cut).values())
                        .as("how often each message was handed over: %s", events(cut))
                        .filteredOn(times -> times > 1)
                        .hasSize((int) predicted(plan, CUT)));
        assertThat(cloud.versions(DRAINED)).hasSize(INSTANCES).containsOnly("two");
        assertThat(cloud.versions(CUT)).hasSize(INSTANCES).containsOnly("two");
    }

    private static void create(String name, String work, String drainSeconds) {
        cloud.create(
                name,
                "one",
                option(GROUP, "MinSize", Integer.toString(INSTANCES)),
                option(GROUP, "MaxSize", Integer.toString(INSTANCES)),
                option(SQSD, "HttpConnections", "1"),
                option(SQSD, "InactivityTimeout", "290"),
                option(SQSD, "VisibilityTimeout", "300"),
                option(SQSD, "ErrorVisibilityTimeout", "1"),
                option(VARIABLE, "PAUSE", work),
                option(VARIABLE, "WORKER_DRAIN_SECONDS", drainSeconds));
    }

    private static void ready() {
        cloud.ready(DRAINED);
        cloud.ready(CUT);
    }

    private static int inFlight(String queue) {
        QueueAttributeName name = QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE;
        return Integer.parseInt(
                sqs.getQueueAttributes(request -> request.queueUrl(queue).attributeNames(name))
                        .attributes()
                        .get(name));
    }

    private static long predicted(JsonNode plan, String environment) {
        for (JsonNode each : plan.get("environments")) {
            if (each.get("name").asString().equals("hand-local-" + environment)) {
                return each.get("lane").get("duplicates").asLong();
            }
        }
        throw new AssertionError("The plan says nothing of " + environment + ": " + plan);
    }

    /** How often each message was handed to an application, as the local cloud saw it. */
    private static Map<String, Integer> posts(String queue) throws IOException, InterruptedException {
        Map<String, Integer> posts = new HashMap<>();
        for (JsonNode event : events(queue)) {
            if (POSTS.contains(event.path("rule").asString(""))) {
                posts.merge(event.path("messageId").asString(""), 1, Integer::sum);
            }
        }
        return posts;
    }

    private static JsonNode events(String queue) throws IOException, InterruptedException {
        String name = queue.substring(queue.lastIndexOf('/') + 1);
        URI events = cloud.cloud().endpoint().resolve("/_beanpole/messages/" + name + "/events?after=0");
        String told = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(events).build(), BodyHandlers.ofString())
                .body();
        return JsonMapper.shared().readTree(told).path("events");
    }
}
