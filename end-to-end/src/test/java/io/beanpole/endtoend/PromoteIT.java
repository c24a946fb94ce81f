package io.beanpole.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;
import tools.jackson.databind.JsonNode;

/** Web app and worker go from one stage to another, bit for bit, and come back. */
@ExtendWith(RunningHouse.class)
class PromoteIT {
    private static final Path ROOT = RunningHouse.ROOT;
    private static final List<String> ELSEWHERE =
            List.of("beanpole-rehearsal-web", "beanpole-rehearsal-express", "beanpole-rehearsal-standard");

    @TempDir
    private static Path directory;

    private static OwnCheckout checkout;

    @Test
    void twoVersionsGoToTheSecondStageWithTheSameDigestsAndOneComesBack(House house) throws Exception {
        checkout = OwnCheckout.likeTheRepository(ROOT, directory, ROOT.resolve("end-to-end/target/state"));
        String first = Files.readString(ROOT.resolve("deployment.yml"));
        checkout.describe(first.replace("image.title: Beanpole", "image.title: Second"));
        succeed("deploy", "--stage", "rehearsal", "--note", "how it began");

        // What runs in stage local is the first version; it goes over, and the second after it.
        assertThat(promoted("the first version")).isEqualTo(digests("local"));
        Set<String> firstDigests = digests("rehearsal");
        succeed("deploy", "web", "express");
        assertThat(promoted("the second version"))
                .isEqualTo(digests("local"))
                .doesNotContainAnyElementsOf(firstDigests);

        JsonNode back = checkout.json("rollback", "web", "--stage", "rehearsal", "--json");

        assertThat(back.get(0).get("outcome").asString()).isEqualTo("SUCCEEDED");
        assertThat(digests("rehearsal")).containsAnyElementsOf(firstDigests);
        assertThat(texts(checkout.json("history", "web", "--stage", "rehearsal", "--json"), "note"))
                .containsExactly("rollback", "the second version", "the first version", "how it began");
        succeed("rollback", "web");
        succeed("rollback", "express");
    }

    @AfterAll
    static void theSecondStageIsEmptyAgain(House house) {
        Map<String, String> exports = house.environment();
        try (ElasticBeanstalkClient beanstalk = ElasticBeanstalkClient.builder()
                .endpointOverride(URI.create(exports.get("AWS_ENDPOINT_URL")))
                .region(Region.of(exports.get("AWS_REGION")))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        exports.get("AWS_ACCESS_KEY_ID"), exports.get("AWS_SECRET_ACCESS_KEY"))))
                .build()) {
            beanstalk
                    .describeEnvironments(
                            request -> request.environmentNames(ELSEWHERE).includeDeleted(false))
                    .environments()
                    .forEach(each ->
                            beanstalk.terminateEnvironment(request -> request.environmentName(each.environmentName())));
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> beanstalk
                            .describeEnvironments(request ->
                                    request.environmentNames(ELSEWHERE).includeDeleted(false))
                            .environments()
                            .isEmpty());
        }
        Command.of("aws", "sns", "delete-topic", "--topic-arn", topic(exports))
                .with(exports)
                .run();
    }

    private static String topic(Map<String, String> exports) {
        return "arn:aws:sns:" + exports.get("AWS_REGION") + ":000000000000:beanpole-rehearsal-tasks";
    }

    /** Promotes both tiers and gives the digests that went over. */
    private static Set<String> promoted(String note) {
        JsonNode records = checkout.json(
                "promote", "web", "express", "--from", "local", "--to", "rehearsal", "--note", note, "--json");
        assertThat(texts(records, "outcome")).containsExactly("SUCCEEDED", "SUCCEEDED");
        assertThat(texts(records, "environmentName"))
                .containsExactly("beanpole-rehearsal-express", "beanpole-rehearsal-web");
        return StreamSupport.stream(records.spliterator(), false)
                .flatMap(record -> StreamSupport.stream(record.get("images").spliterator(), false))
                .map(image -> digest(image.asString()))
                .collect(Collectors.toSet());
    }

    /** The digests that web app and worker run in a stage, from the records of what was deployed there last. */
    private static Set<String> digests(String stage) {
        return List.of("web", "express").stream()
                .map(name -> checkout.json("history", name, "--stage", stage, "--json")
                        .get(0)
                        .get("id")
                        .asString())
                .map(id -> checkout.json("history", "show", id, "--stage", stage, "--json"))
                .map(record -> digest(record.get("images").get(0).asString()))
                .collect(Collectors.toSet());
    }

    private static String digest(String image) {
        return image.substring(image.indexOf('@') + 1);
    }

    private static void succeed(String... arguments) {
        Command.Outcome outcome = checkout.run(arguments);
        assertThat(outcome.exit()).as(outcome.err()).isZero();
    }

    private static List<String> texts(JsonNode nodes, String field) {
        return StreamSupport.stream(nodes.spliterator(), false)
                .map(node -> node.get(field).asString())
                .toList();
    }
}
