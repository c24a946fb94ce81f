package io.beanpole.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A consumer and a producer that are released as one, and what happens when a deployment goes wrong on its way. */
class PairReleaseIT {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String JOBS = "hand-local-jobs";
    private static final String SHOP = "hand-local-shop";
    private static final String GREEN = "hand-local-green";
    /** A consumer of two instances, which are deployed to one after the other, and a producer in two environments. */
    private static final String DESCRIPTION = """
            application: hand
            platform: PLATFORM
            images:
              consumer: {reference: CONSUMER, port: 80}
              producer: {reference: PRODUCER, port: 80}
            lanes: [jobs]
            environments:
              jobs:
                tier: worker
                image: consumer
                lane: jobs
                memory: MEMORY
                options:
                  aws:ec2:instances: {InstanceTypes: t3.medium}
                  aws:autoscaling:asg: {MinSize: 2, MaxSize: 2}
                  aws:elasticbeanstalk:command: {DeploymentPolicy: Rolling, BatchSizeType: Fixed, BatchSize: 1}
              shop: {tier: web, image: producer, memory: 64}
              green: {tier: web, image: producer, memory: 64}
            stages:
              local: {region: eu-central-2, localCloud: true}
            """;

    @TempDir
    private static Path directory;

    private static ScriptedCloud tiers;
    private static Map<String, String> images;
    private static List<String> one;

    @BeforeAll
    static void bothTiersRunVersionOne() throws Exception {
        tiers = new ScriptedCloud(directory, "--speed", "60");
        images = Map.of(
                "one", tiers.push("one", ScriptApplication.thatAnswers("one", directory)),
                "two", tiers.push("two", ScriptApplication.thatAnswers("two", directory)),
                "silent", tiers.push("silent", ScriptApplication.thatSaysNothing("silent", directory)),
                "broken", tiers.push("broken", ScriptApplication.thatDies("broken", directory)));
        describe("one", "one");
        assertThat(tiers.place().done("deploy").err()).contains("every instance runs");
        one = now();
    }

    @BeforeEach
    void bothTiersRunVersionOneAgain() throws IOException {
        describe("one", "one");
        if (!now().equals(one)) {
            tiers.place().done("deploy", "jobs", "shop");
            assertThat(now()).isEqualTo(one);
        }
    }

    private static List<String> now() {
        return Stream.of("jobs", "shop")
                .map(tiers::versions)
                .flatMap(List::stream)
                .toList();
    }

    /** What deployment.yml says from now on: the image of the consumer and of the producer. */
    private static void describe(String consumer, String producer) throws IOException {
        describe("hand@" + images.get(consumer), "hand@" + images.get(producer), 64);
    }

    /** The same with images referred to in any way, and what the consumer may use of memory, in MiB. */
    private static void describe(String consumer, String producer, int memory) throws IOException {
        tiers.place()
                .describe(DESCRIPTION
                        .replace("PLATFORM", tiers.platform())
                        .replace("MEMORY", Integer.toString(memory))
                        .replace("CONSUMER", consumer)
                        .replace("PRODUCER", producer));
    }

    /** Lets the tag live lead to one of the images, wherever it led before. */
    private static void goLive(String image) throws Exception {
        tiers.push("live", ScriptApplication.thatAnswers(image, directory));
    }

    @AfterAll
    static void end() {
        if (tiers != null) {
            tiers.close();
        }
    }

    @Test
    void aBrokenConsumerLeavesTheProducerUntouchedAndIsTakenBackFromAMixedFleet() throws IOException {
        List<String> jobsBefore = tiers.versions("jobs");
        int shopDeployments = history("shop").size();
        describe("broken", "two");

        Command.Outcome outcome = tiers.place().run("release", "jobs", "shop", "--note", "both");

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.err())
                .contains("The release failed at " + JOBS)
                .containsPattern("  i-[0-9a-f]+: broken has no configuration")
                .contains(JOBS + " runs " + jobsBefore.get(0) + " again on every instance.")
                .contains(SHOP + " was not touched.");
        assertThat(tiers.versions("jobs")).isEqualTo(jobsBefore);
        assertThat(history("shop")).hasSize(shopDeployments);
        List<JsonNode> told = history("jobs");
        assertThat(told.get(0).get("note").asString()).isEqualTo("taken back, because the release failed");
        assertThat(told.get(0).get("outcome").asString()).isEqualTo("SUCCEEDED");
        assertThat(told.get(1).get("outcome").asString()).isEqualTo("FAILED");
        assertThat(told.get(1).get("note").asString()).isEqualTo("both");
        assertThat(told.get(0).get("releaseId")).isEqualTo(told.get(1).get("releaseId"));
    }

    @Test
    void aReleaseGoesConsumersFirstAndIsTakenBackAsAWhole() throws IOException {
        String jobsBefore = tiers.versions("jobs").get(0);
        String shopBefore = tiers.versions("shop").get(0);
        describe("two", "two");

        JsonNode released = tiers.place().json("release", "jobs", "shop", "--json");

        assertThat(texts(released, "environmentName")).containsExactly(JOBS, SHOP);
        assertThat(texts(released, "outcome")).containsOnly("SUCCEEDED");
        assertThat(texts(released, "releaseId"))
                .doesNotContain("")
                .satisfies(ids -> assertThat(ids.get(0)).isEqualTo(ids.get(1)));

        JsonNode undone = tiers.place().json("rollback", "--release", "last", "--json");

        assertThat(texts(undone, "environmentName")).containsExactly(SHOP, JOBS);
        assertThat(tiers.versions("jobs")).containsOnly(jobsBefore);
        assertThat(tiers.versions("shop")).containsOnly(shopBefore);
    }

    @Test
    void ctrlCLeavesTheDeploymentRunningAndWatchTellsItsEnd() throws Exception {
        describe("broken", "one");
        Path errors = directory.resolve("deploy.err");
        Process deploy = tiers.place().start(errors, "deploy", "jobs");
        await().atMost(LONG).until(() -> Files.readString(errors).contains("Environment update is starting."));

        Command.of("kill", "-INT", Long.toString(deploy.pid())).output();

        assertThat(deploy.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(deploy.exitValue()).isEqualTo(130);
        assertThat(Files.readString(errors))
                .contains("what was asked for goes on", "./beanpole watch " + JOBS + " --stage local");
        assertThat(history("jobs").get(0).get("outcome").asString()).isEqualTo("UNKNOWN");
        Command.Outcome watched = tiers.place().run("watch", "jobs");
        assertThat(watched.exit()).isEqualTo(1);
        assertThat(watched.err()).contains("What " + JOBS + " was busy with failed.");
        assertThat(history("jobs").get(0).get("outcome").asString()).isEqualTo("FAILED");
        assertThat(tiers.place().run("rollback", "jobs").exit()).isZero();
    }

    @Test
    void whatRunsIsJoinedByItsOwnVersionRefusedToAnotherAndCanBeAborted() throws IOException {
        String before = tiers.versions("jobs").get(0);
        describe("silent", "one");
        assertThat(tiers.place().run("deploy", "jobs", "--no-wait").exit()).isZero();

        Command.Outcome refused = tiers.place().run("deploy", "jobs", "--version-label", before);
        Command.Outcome aborted = tiers.place().run("abort", "jobs", "--json");

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains(JOBS + " is Updating", "began to deploy consumer-", "./beanpole watch");
        assertThat(aborted.exit()).as(aborted.err()).isZero();
        assertThat(aborted.out()).contains("\"policy\" : \"Rolling\"", "the fleet may be mixed");
        assertThat(history("jobs").get(0).get("action").asString()).isEqualTo("abort");
        assertThat(history("jobs").get(1).get("outcome").asString()).isEqualTo("FAILED");

        describe("one", "one");
        Command.Outcome mended = tiers.place().run("deploy", "jobs");
        assertThat(mended.exit()).as(mended.err()).isZero();
        assertThat(tiers.versions("jobs")).containsOnly(before);
    }

    @Test
    void twoWebEnvironmentsSwapTheirNamesAndBothRemember() {
        String name = tiers.environment("shop").cname();

        JsonNode swapped = tiers.place().json("swap", "shop", "green", "--json");

        assertThat(texts(swapped, "environmentName")).containsExactly(GREEN, SHOP);
        assertThat(tiers.environment("green").cname()).isEqualTo(name);
        assertThat(history("shop").get(0).get("action").asString()).isEqualTo("swap");
        assertThat(tiers.place().run("swap", "shop", "jobs").err())
                .contains(JOBS + " has no name to swap: it is a worker");
    }

    @Test
    void aPlanThatNoLongerHoldsIsRefusedAndOneThatHoldsIsDone() throws Exception {
        String plan = directory.resolve("plan.json").toString();
        int deployments = history("shop").size();
        goLive("one");
        describe("hand@" + images.get("one"), "hand:live", 64);

        plan("shop", plan);
        goLive("two");
        Command.Outcome tagMoved = tiers.place().run("deploy", "--plan", plan);
        plan("shop", plan);
        tiers.configure("shop", ScriptedCloud.option(ScriptedCloud.VARIABLE, "COLOUR", "blue"));
        Command.Outcome changed = tiers.place().run("deploy", "--plan", plan);

        assertThat(tagMoved.exit()).isEqualTo(1);
        assertThat(tagMoved.err())
                .contains("The plan " + plan + " no longer holds, and nothing was deployed. ")
                .containsPattern("The tag live of .*/hand moved since the plan was made: it was " + images.get("one")
                        + ", and is " + images.get("two"))
                .contains("./beanpole plan --stage local --out " + plan);
        assertThat(changed.exit()).isEqualTo(1);
        assertThat(changed.err())
                .contains("no longer holds, and nothing was deployed. Somebody changed " + SHOP
                        + " since the plan was made");
        assertThat(history("shop")).hasSize(deployments);

        plan("shop", plan);
        Command.Outcome held = tiers.place().run("deploy", "--plan", plan);
        assertThat(held.exit()).as(held.err()).isZero();
        assertThat(history("shop")).hasSize(deployments + 1);
    }

    @Test
    void whatCouldNotRunIsFoundBeforeAVersionIsMade() throws IOException {
        int versions = tiers.place().json("versions", "list", "--json").size();
        describe("hand@" + images.get("two"), "hand@" + images.get("two"), 4000);

        Command.Outcome deployed = tiers.place().run("deploy", "jobs", "shop");
        Command.Outcome released = tiers.place().run("release", "jobs", "shop");

        for (Command.Outcome outcome : List.of(deployed, released)) {
            assertThat(outcome.exit()).isEqualTo(1);
            assertThat(outcome.err())
                    .contains(
                            "This would not run, so no version was made of it. " + JOBS + ", Dockerrun.aws.json line ")
                    .contains("The containers reserve 4000 MiB, and a t3.medium has 4096 MiB")
                    .contains("--no-check lets it through.");
        }
        assertThat(tiers.place().json("versions", "list", "--json")).hasSize(versions);
        assertThat(tiers.place().run("dockerrun", "validate", "--env", "jobs").exit())
                .isZero();
    }

    private static void plan(String environment, String file) {
        Command.Outcome planned = tiers.place().run("plan", environment, "--out", file);
        assertThat(planned.exit()).as(planned.err()).isZero();
    }

    private static List<JsonNode> history(String environment) {
        return StreamSupport.stream(
                        tiers.place().json("history", environment, "--json").spliterator(), false)
                .toList();
    }

    private static List<String> texts(JsonNode nodes, String field) {
        return StreamSupport.stream(nodes.spliterator(), false)
                .map(node -> node.get(field).asString())
                .toList();
    }
}
