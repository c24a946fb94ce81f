package io.beanpole.endtoend;

import static io.beanpole.endtoend.ScriptedCloud.SQSD;
import static io.beanpole.endtoend.ScriptedCloud.VARIABLE;
import static io.beanpole.endtoend.ScriptedCloud.option;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Five hundred dead letters of mixed causes, and what a person on call does with them. */
class DeadLettersIT {
    private static final Duration LONG = Duration.ofSeconds(90);

    @TempDir
    private static Path directory;

    @Test
    void deadLettersAreGroupedRepairedAndSentBackUntilABadGroupFailsAgainAndNoneIsLost() throws Exception {
        try (ScriptedCloud cloud = Lanes.cloud(directory);
                SqsClient sqs = cloud.cloud().client(SqsClient.builder());
                Ledger ledger = new Ledger()) {
            cloud.version("one", Lanes.image(cloud, directory), Map.of());
            cloud.create(
                    "jobs",
                    "one",
                    // One would not do: a daemon that is stopped gives back what its last poll brings, which burns a
                    // receive.
                    option(SQSD, "MaxRetries", "2"),
                    option(SQSD, "ErrorVisibilityTimeout", "0"),
                    option(SQSD, "InactivityTimeout", "20"),
                    option(SQSD, "VisibilityTimeout", "30"),
                    option(VARIABLE, "FAILS", "cut|nobody"),
                    option(VARIABLE, "REFUSES", "probe|garbage"),
                    option(VARIABLE, "REPORT", ledger.address()));
            cloud.ready("jobs");
            String dead = cloud.queue("jobs", "WorkerDeadLetterQueue");

            send(sqs, cloud.queue("jobs", "WorkerQueue"));
            await().atMost(LONG).until(() -> count(sqs, dead) == 500);

            assertThat(groups(cloud.json("dlq", "list", "jobs", "--json")))
                    .containsExactly("1 300 cut 500", "2 120 mail 500", "3 79 probe 400", "4 1 no JSON 400");

            cloud.configure("jobs", option(VARIABLE, "FAILS", "lost|nobody"), option(VARIABLE, "REFUSES", "never"));
            JsonNode replayed = cloud.json("dlq", "replay", "jobs", cut(cloud), "--set", "/clip=found.mp4", "--json");
            assertThat(replayed.get("body").asString()).contains("found.mp4");
            await().atMost(LONG).until(() -> count(sqs, cloud.queue("jobs", "WorkerQueue")) == 0);
            await().atMost(Duration.ofSeconds(5))
                    .untilAsserted(() -> assertThat(ledger.distinct())
                            .as(() -> cloud.run("messages", "jobs", "--limit", "3")
                                    .out())
                            .hasSize(1));

            cloud.configure("jobs", option(VARIABLE, "FAILS", "nobody"));
            Command.Outcome stopped = cloud.run("dlq", "redrive", "jobs", "--rate", "50", "--watch", "10s", "--json");
            JsonNode outcome = JsonMapper.shared().readTree(stopped.out());
            assertThat(stopped.exit()).isEqualTo(1);
            System.out.printf(
                    "A redrive of %d dead letters, one group of which is broken:%n%s%s%n",
                    499, stopped.err(), outcome.get("message").asString());
            assertThat(outcome.get("stoppedItself").asBoolean()).isTrue();
            assertThat(outcome.get("sent").asInt()).isBetween(3, 498);
            await().atMost(LONG).until(() -> ledger.distinct().size() + count(sqs, dead) == 500);

            for (String kind : List.of("cut", "probe", "no JSON")) {
                JsonNode went = cloud.json(
                        "dlq", "redrive", "jobs", "--kind", kind, "--rate", "50", "--watch", "20s", "--json");
                assertThat(went.get("cameBack").asInt()).as(kind).isZero();
                assertThat(Duration.parse(went.get("took").asString()))
                        .as(kind)
                        .isGreaterThan(Duration.ofMillis((went.get("sent").asInt() - 20) * 1000L / 50));
            }

            await().atMost(LONG).until(() -> ledger.distinct().size() == 380);
            assertThat(count(sqs, dead)).isEqualTo(120);
            theRestIsPurgedIntoASnapshot(cloud, sqs, dead);
        }
    }

    private static void theRestIsPurgedIntoASnapshot(ScriptedCloud cloud, SqsClient sqs, String dead) throws Exception {
        Path file = directory.resolve("purged.jsonl");
        Command.Outcome refused = cloud.run("dlq", "purge", "jobs", "--kind", "mail");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("--yes --confirm jobs");

        JsonNode purged = cloud.json(
                "dlq",
                "purge",
                "jobs",
                "--kind",
                "mail",
                "--out",
                file.toString(),
                "--yes",
                "--confirm",
                "jobs",
                "--json");

        assertThat(purged.get("deleted").asInt()).isEqualTo(120);
        assertThat(count(sqs, dead)).isZero();
        assertThat(Files.readAllLines(file)).hasSize(121);
        try (S3Client s3 = cloud.cloud().client(S3Client.builder().forcePathStyle(true))) {
            String bucket = s3.listBuckets().buckets().stream()
                    .map(each -> each.name())
                    .filter(name -> name.startsWith("elasticbeanstalk-"))
                    .findFirst()
                    .orElseThrow();
            assertThat(s3.listObjectsV2(list -> list.bucket(bucket).prefix("hand/actions/hand-local-jobs/"))
                            .contents())
                    .extracting(S3Object::key)
                    .hasSize(6);
        }
    }

    private static String cut(ScriptedCloud cloud) {
        for (JsonNode entry : cloud.json("dlq", "show", "jobs", "--json")) {
            if (entry.at("/cause/kind").asString().equals("cut")) {
                return entry.at("/letter/id").asString();
            }
        }
        throw new EndToEndException("The snapshot has no dead letter of the kind cut.");
    }

    private static List<String> groups(JsonNode groups) {
        List<String> lines = new ArrayList<>();
        for (JsonNode group : groups) {
            lines.add(group.get("number").asString() + " " + group.get("count").asString() + " "
                    + group.get("kind").asString() + " " + group.get("error").asString());
        }
        return lines;
    }

    /** 300 of one kind, 120 of another, 79 of a third and one that nobody can read, well mixed. */
    private static void send(SqsClient sqs, String queue) {
        for (int batch = 0; batch < 50; batch++) {
            int first = batch * 10;
            sqs.sendMessageBatch(request -> request.queueUrl(queue)
                    .entries(IntStream.range(first, first + 10)
                            .mapToObj(i -> SendMessageBatchRequestEntry.builder()
                                    .id("m" + i)
                                    .messageBody(body(i))
                                    .build())
                            .toList()));
        }
    }

    private static String body(int number) {
        int place = number * 7 % 500;
        if (place < 300) {
            return "{\"kind\": \"cut\", \"clip\": \"lost.mp4\", \"n\": " + number + "}";
        }
        if (place < 420) {
            return "{\"kind\": \"mail\", \"to\": \"nobody\", \"n\": " + number + "}";
        }
        return place < 499 ? "{\"kind\": \"probe\", \"n\": " + number + "}" : "garbage";
    }

    private static int count(SqsClient sqs, String url) {
        return sqs
                .getQueueAttributes(request -> request.queueUrl(url)
                        .attributeNames(
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                .attributes()
                .values()
                .stream()
                .mapToInt(Integer::parseInt)
                .sum();
    }
}
