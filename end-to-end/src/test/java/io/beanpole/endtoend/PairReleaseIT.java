package io.beanpole.endtoend;

import static io.beanpole.endtoend.ScriptedTiers.JOBS;
import static io.beanpole.endtoend.ScriptedTiers.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
    private static final Path ROOT = RunningHouse.ROOT;

    @TempDir
    private static Path directory;

    private static ScriptedTiers tiers;

    @BeforeAll
    static void bothTiersRunVersionOne() throws Exception {
        tiers = new ScriptedTiers(ROOT, directory);
        tiers.describe("one", "one");
        assertThat(tiers.checkout().run("deploy", "jobs", "shop").err()).contains("every instance runs");
    }

    @AfterAll
    static void end() {
        if (tiers != null) {
            tiers.close();
        }
    }

    @BeforeEach
    void startFromVersionOne() throws IOException {
        tiers.describe("one", "one");
        Command.Outcome outcome = tiers.checkout().run("deploy", "jobs", "shop");
        assertThat(outcome.exit()).as(outcome.err()).isZero();
    }

    @Test
    void aBrokenConsumerLeavesTheProducerUntouchedAndIsTakenBackFromAMixedFleet() throws IOException {
        List<String> jobsBefore = tiers.versions(JOBS);
        int shopDeployments = history("shop").size();
        tiers.describe("broken", "two");

        Command.Outcome outcome = tiers.checkout().run("release", "jobs", "shop", "--note", "both");

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.err())
                .contains("The release failed at " + JOBS)
                .containsPattern("  i-[0-9a-f]+: broken has no configuration")
                .contains(JOBS + " runs " + jobsBefore.get(0) + " again on every instance.")
                .contains(SHOP + " was not touched.");
        assertThat(tiers.versions(JOBS)).isEqualTo(jobsBefore);
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
        String jobsBefore = tiers.versions(JOBS).get(0);
        String shopBefore = tiers.versions(SHOP).get(0);
        tiers.describe("two", "two");

        JsonNode released = tiers.checkout().json("release", "jobs", "shop", "--json");

        assertThat(texts(released, "environmentName")).containsExactly(JOBS, SHOP);
        assertThat(texts(released, "outcome")).containsOnly("SUCCEEDED");
        assertThat(texts(released, "releaseId"))
                .doesNotContain("")
                .satisfies(ids -> assertThat(ids.get(0)).isEqualTo(ids.get(1)));

        JsonNode undone = tiers.checkout().json("rollback", "--release", "last", "--json");

        assertThat(texts(undone, "environmentName")).containsExactly(SHOP, JOBS);
        assertThat(tiers.versions(JOBS)).containsOnly(jobsBefore);
        assertThat(tiers.versions(SHOP)).containsOnly(shopBefore);
    }

    @Test
    void ctrlCLeavesTheDeploymentRunningAndWatchTellsItsEnd() throws Exception {
        tiers.describe("broken", "one");
        Path errors = directory.resolve("deploy.err");
        Process deploy = tiers.checkout().start(errors, "deploy", "jobs");
        await().atMost(LONG).until(() -> Files.readString(errors).contains("Environment update is starting."));

        Command.of("kill", "-INT", Long.toString(deploy.pid())).output();

        assertThat(deploy.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(deploy.exitValue()).isEqualTo(130);
        assertThat(Files.readString(errors))
                .contains("what was asked for goes on", "./beanpole watch " + JOBS + " --stage local");
        assertThat(history("jobs").get(0).get("outcome").asString()).isEqualTo("UNKNOWN");
        Command.Outcome watched = tiers.checkout().run("watch", "jobs");
        assertThat(watched.exit()).isEqualTo(1);
        assertThat(watched.err()).contains("What " + JOBS + " was busy with failed.");
        assertThat(history("jobs").get(0).get("outcome").asString()).isEqualTo("FAILED");
        assertThat(tiers.checkout().run("rollback", "jobs").exit()).isZero();
    }

    @Test
    void whatRunsIsJoinedByItsOwnVersionRefusedToAnotherAndCanBeAborted() throws IOException {
        String before = tiers.versions(JOBS).get(0);
        tiers.describe("silent", "one");
        assertThat(tiers.checkout().run("deploy", "jobs", "--no-wait").exit()).isZero();

        Command.Outcome refused = tiers.checkout().run("deploy", "jobs", "--version-label", before);
        Command.Outcome aborted = tiers.checkout().run("abort", "jobs", "--json");

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains(JOBS + " is Updating", "began to deploy consumer-", "./beanpole watch");
        assertThat(aborted.exit()).as(aborted.err()).isZero();
        assertThat(aborted.out()).contains("\"policy\" : \"Rolling\"", "the fleet may be mixed");
        assertThat(history("jobs").get(0).get("action").asString()).isEqualTo("abort");
        assertThat(history("jobs").get(1).get("outcome").asString()).isEqualTo("FAILED");

        tiers.describe("one", "one");
        Command.Outcome mended = tiers.checkout().run("deploy", "jobs");
        assertThat(mended.exit()).as(mended.err()).isZero();
        assertThat(tiers.versions(JOBS)).containsOnly(before);
    }

    @Test
    void twoWebEnvironmentsSwapTheirNamesAndBothRemember() {
        assertThat(tiers.checkout().run("deploy", "green").exit()).isZero();
        String name = tiers.cname(SHOP);

        JsonNode swapped = tiers.checkout().json("swap", "shop", "green", "--json");

        assertThat(texts(swapped, "environmentName")).containsExactly("hand-local-green", SHOP);
        assertThat(tiers.cname("hand-local-green")).isEqualTo(name);
        assertThat(history("shop").get(0).get("action").asString()).isEqualTo("swap");
        assertThat(tiers.checkout().run("swap", "shop", "jobs").err())
                .contains(JOBS + " has no name to swap: it is a worker");
    }

    @Test
    void aPlanThatNoLongerHoldsIsRefusedAndOneThatHoldsIsDone() throws Exception {
        String plan = directory.resolve("plan.json").toString();
        int deployments = history("shop").size();
        tiers.tag("live", "one");
        tiers.describeReferences("hand@" + tiers.digest("one"), "hand:live");

        plan("shop", plan);
        tiers.tag("live", "two");
        Command.Outcome tagMoved = tiers.checkout().run("deploy", "--plan", plan);
        plan("shop", plan);
        tiers.changeByHand(SHOP);
        Command.Outcome changed = tiers.checkout().run("deploy", "--plan", plan);

        assertThat(tagMoved.exit()).isEqualTo(1);
        assertThat(tagMoved.err())
                .contains("The plan " + plan + " no longer holds, and nothing was deployed. ")
                .containsPattern("The tag live of .*/hand moved since the plan was made: it was " + tiers.digest("one")
                        + ", and is " + tiers.digest("two"))
                .contains("./beanpole plan --stage local --out " + plan);
        assertThat(changed.exit()).isEqualTo(1);
        assertThat(changed.err())
                .contains("no longer holds, and nothing was deployed. Somebody changed " + SHOP
                        + " since the plan was made");
        assertThat(history("shop")).hasSize(deployments);

        plan("shop", plan);
        Command.Outcome held = tiers.checkout().run("deploy", "--plan", plan);
        assertThat(held.exit()).as(held.err()).isZero();
        assertThat(history("shop")).hasSize(deployments + 1);
    }

    @Test
    void whatCouldNotRunIsFoundBeforeAVersionIsMade() throws IOException {
        int versions = tiers.checkout().json("versions", "list", "--json").size();
        tiers.giveConsumer(4000);
        tiers.describe("two", "two");

        Command.Outcome deployed = tiers.checkout().run("deploy", "jobs", "shop");
        Command.Outcome released = tiers.checkout().run("release", "jobs", "shop");

        tiers.giveConsumer(64);
        for (Command.Outcome outcome : List.of(deployed, released)) {
            assertThat(outcome.exit()).isEqualTo(1);
            assertThat(outcome.err())
                    .contains(
                            "This would not run, so no version was made of it. " + JOBS + ", Dockerrun.aws.json line ")
                    .contains("The containers reserve 4000 MiB, and a t3.medium has 4096 MiB")
                    .contains("--no-check lets it through.");
        }
        assertThat(tiers.checkout().json("versions", "list", "--json")).hasSize(versions);
        assertThat(tiers.checkout()
                        .run("dockerrun", "validate", "--env", "jobs")
                        .exit())
                .isZero();
    }

    private static void plan(String environment, String file) {
        Command.Outcome planned = tiers.checkout().run("plan", environment, "--out", file);
        assertThat(planned.exit()).as(planned.err()).isZero();
    }

    private static List<JsonNode> history(String environment) {
        return StreamSupport.stream(
                        tiers.checkout().json("history", environment, "--json").spliterator(), false)
                .toList();
    }

    private static List<String> texts(JsonNode nodes, String field) {
        return StreamSupport.stream(nodes.spliterator(), false)
                .map(node -> node.get(field).asString())
                .toList();
    }
}
