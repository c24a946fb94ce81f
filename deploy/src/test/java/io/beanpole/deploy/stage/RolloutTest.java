package io.beanpole.deploy.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.beanstalk.DeploymentWatch.Outcome;
import io.beanpole.deploy.beanstalk.FakeCloud;
import io.beanpole.deploy.beanstalk.InstanceState;
import io.beanpole.deploy.release.DeploymentJournal;
import io.beanpole.deploy.release.DeploymentOutcome;
import io.beanpole.deploy.release.EnvironmentRollout;
import io.beanpole.deploy.release.FakeRecords;
import io.beanpole.deploy.release.FakeShelf;
import io.beanpole.deploy.release.Following;
import io.beanpole.deploy.release.ProgressLines;
import io.beanpole.deploy.release.ReleaseParts;
import io.beanpole.deploy.release.Rollout;
import io.beanpole.deploy.spec.OptionName;
import io.beanpole.deploy.spec.Placeholders;
import io.beanpole.deploy.spec.SpecFile;
import io.beanpole.deploy.spec.SpecFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several environments on their way, over a cloud that a test leads by the hand. */
class RolloutTest {
    private static final String URGENT = "shop-local-urgent";
    private static final String SHOP = "shop-local-shop";
    private static final OptionName QUEUE = new OptionName(OptionName.PROPERTIES, "QUEUE");

    private final FakeCloud cloud = new FakeCloud();
    private final FakeRecords records = new FakeRecords();
    private final DeploymentJournal journal =
            new DeploymentJournal(records, () -> "arn:aws:iam::1:user/she", Clock.systemUTC());

    private Following following = Following.NEARBY;
    private String label = "v2";

    @TempDir
    private Path root;

    @Test
    void theWebEnvironmentIsCreatedAsSoonAsTheQueueIsKnown() throws IOException {
        var urgent = rollout("urgent");
        var shop = rollout("shop");

        urgent.advance();
        shop.advance();
        assertThat(cloud.requests).containsExactly("create " + URGENT);

        cloud.setQueue(URGENT, "http://queue");
        shop.advance();
        assertThat(cloud.requests).containsExactly("create " + URGENT, "create " + SHOP);
        assertThat(cloud.settings(cloud.find(SHOP).orElseThrow())).containsEntry(QUEUE, "http://queue");
    }

    @Test
    void aPropertyMayRepeatAnOptionOfItsEnvironment() throws IOException {
        rollout("urgent").advance();

        assertThat(cloud.settings(cloud.find(URGENT).orElseThrow()))
                .containsEntry(new OptionName(OptionName.PROPERTIES, "RECEIVES"), "7");
    }

    @Test
    void versionAndSettingsGoInTwoSteps() throws IOException {
        cloud.succeed(URGENT, "v1");
        cloud.setSettings(URGENT, new TreeMap<>());
        var urgent = rollout("urgent");

        urgent.advance();
        urgent.advance();
        assertThat(cloud.requests).containsExactly("version " + URGENT);

        cloud.succeed(URGENT, "v2");
        assertThat(urgent.advance()).isEqualTo(Outcome.PENDING);
        assertThat(cloud.requests).hasSize(2).last().asString().startsWith("settings " + URGENT);
        assertThat(urgent.advance()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(cloud.requests).hasSize(2);
    }

    @Test
    void nothingIsAskedOfAnEnvironmentThatIsAsPlannedAlready() throws IOException {
        var first = rollout("urgent");
        first.advance();
        cloud.succeed(URGENT, "v2");
        cloud.requests.clear();

        new Rollout(List.of(rollout("urgent")), Duration.ofMillis(1)).await(Duration.ofSeconds(10));

        assertThat(cloud.requests).isEmpty();
    }

    @Test
    void aMixedFleetGetsTheVersionAgainThoughElasticBeanstalkSaysThatItHasIt() throws IOException {
        cloud.succeed(URGENT, "v2");
        cloud.setSettings(URGENT, new TreeMap<>());
        cloud.setInstances(
                URGENT,
                new InstanceState("i-1", "Ok", "v2", "Deployed"),
                new InstanceState("i-2", "Severe", "v3", "Failed"));

        rollout("urgent").advance();

        assertThat(cloud.requests).containsExactly("version " + URGENT);
    }

    @Test
    void aDeploymentOfTheSameVersionIsJoinedAndOneOfAnotherRefused() throws IOException {
        cloud.succeed(URGENT, "v1");
        cloud.setSettings(URGENT, new TreeMap<>());
        rollout("urgent").advance();
        var joined = rollout("urgent");

        assertThat(joined.advance()).isEqualTo(Outcome.PENDING);
        cloud.succeed(URGENT, "v2");
        joined.advance();
        joined.advance();
        assertThat(cloud.requests).filteredOn(("version " + URGENT)::equals).hasSize(1);
        assertThat(records.only().outcome()).isEqualTo(DeploymentOutcome.SUCCEEDED);

        cloud.onUpdate((name, label) -> {});
        cloud.succeed(URGENT, "v1");
        rollout("urgent").advance();
        label = "v3";
        assertThatThrownBy(() ->
                        new Rollout(List.of(rollout("urgent")), Duration.ofMillis(1)).await(Duration.ofSeconds(10)))
                .hasMessageContaining(URGENT + " is Updating")
                .hasMessageContaining("arn:aws:iam::1:user/she began to deploy v2");
    }

    @Test
    void whoOnlyAsksLeavesTheRestToItself() throws IOException {
        cloud.succeed(URGENT, "v1");
        var urgent = rollout("urgent");

        new Rollout(List.of(urgent), Duration.ofMillis(1)).begin(Duration.ofSeconds(10));

        assertThat(cloud.requests).containsExactly("version " + URGENT);
        assertThat(records.only().outcome()).isEqualTo(DeploymentOutcome.UNKNOWN);
        assertThat(records.only().message()).contains("without being followed", "goes on by itself");
    }

    @Test
    void aRollOutThatWaitsForWhatNobodyBringsEnds() throws IOException {
        assertThatThrownBy(
                        () -> new Rollout(List.of(rollout("shop")), Duration.ofMillis(1)).await(Duration.ofSeconds(10)))
                .hasMessageContaining(SHOP + " is still waiting for the queues of the lanes that it sends to");
    }

    @Test
    void anEarlierOperationIsWaitedFor() throws IOException {
        cloud.set(URGENT, "Updating", "v1");

        assertThat(rollout("urgent").advance()).isEqualTo(Outcome.PENDING);
        assertThat(cloud.requests).isEmpty();
    }

    @Test
    void aFailureIsToldWithItsLastEventsEvenWhenOthersWaitForIt() throws IOException {
        var urgent = rollout("urgent");
        urgent.advance();
        cloud.say(URGENT, "ERROR", "The instance did not answer /health.");
        cloud.set(URGENT, "Ready", "v2");

        assertThatThrownBy(() -> new Rollout(List.of(urgent, rollout("shop")), Duration.ofMillis(1))
                        .await(Duration.ofSeconds(10)))
                .hasMessageContaining("The deployment failed.")
                .hasMessageContaining(URGENT + " failed; its last events:")
                .hasMessageContaining("The instance did not answer /health.")
                .hasMessageContaining(SHOP + " is still waiting for the queues of the lanes that it sends to");
    }

    @Test
    void theDeadlineSaysWhatWasStillMissing() throws IOException {
        var urgent = rollout("urgent");
        urgent.advance();
        urgent.advance();

        assertThatThrownBy(() -> new Rollout(List.of(urgent), Duration.ofMillis(1)).await(Duration.ofMillis(1)))
                .hasMessageContaining("did not end within")
                .hasMessageContaining(URGENT + " is still waiting for status Ready; it is Launching");
    }

    @Test
    void aChangedVersionIsRecordedFromItsBeginToItsEnd() throws IOException {
        cloud.succeed(URGENT, "v1");
        cloud.setSettings(URGENT, new TreeMap<>());
        var urgent = rollout("urgent");

        urgent.advance();
        assertThat(records.only().outcome()).isEqualTo(DeploymentOutcome.UNKNOWN);

        cloud.succeed(URGENT, "v2");
        assertThat(urgent.advance()).isEqualTo(Outcome.PENDING);
        assertThat(cloud.requests).last().asString().startsWith("settings");
        assertThat(records.only().outcome()).isEqualTo(DeploymentOutcome.UNKNOWN);
        assertThat(urgent.advance()).isEqualTo(Outcome.SUCCEEDED);
        var deployment = records.only();
        assertThat(deployment.outcome()).isEqualTo(DeploymentOutcome.SUCCEEDED);
        assertThat(deployment.fromVersion()).isEqualTo("v1");
        assertThat(deployment.toVersion()).isEqualTo("v2");
        assertThat(deployment.images()).containsExactly("image@sha256:2");
        assertThat(deployment.actor()).isEqualTo("arn:aws:iam::1:user/she");
        assertThat(deployment.policy()).isEqualTo("AllAtOnce");
    }

    @Test
    void changedSettingsAloneAreRecordedAsFromTheVersionToItself() throws IOException {
        cloud.succeed(URGENT, "v2");
        cloud.setSettings(URGENT, new TreeMap<>());

        rollout("urgent").advance();

        assertThat(cloud.requests).hasSize(1).first().asString().startsWith("settings");
        assertThat(records.only().fromVersion()).isEqualTo("v2");
        assertThat(records.only().toVersion()).isEqualTo("v2");
    }

    @Test
    void aFailureAndADeadlineAreRecordedAsWhatTheyAre() throws IOException {
        var urgent = rollout("urgent");
        urgent.advance();
        urgent.advance();
        assertThatThrownBy(() -> new Rollout(List.of(urgent), Duration.ofMillis(1)).await(Duration.ofMillis(1)))
                .hasMessageContaining("did not end within");
        assertThat(records.only().outcome()).isEqualTo(DeploymentOutcome.UNKNOWN);
        assertThat(records.only().message()).contains("goes on by itself", "it is Launching");

        records.clear();
        cloud.succeed(URGENT, "v1");
        var again = rollout("urgent");
        again.advance();
        cloud.say(URGENT, "ERROR", "The instance did not answer /health.");
        assertThat(again.advance()).isEqualTo(Outcome.PENDING);
        cloud.set(URGENT, "Ready", "v1");
        again.advance();
        assertThat(records.only().outcome()).isEqualTo(DeploymentOutcome.FAILED);
        assertThat(records.only().message()).contains("The instance did not answer /health.");
    }

    @Test
    void aLookThatFailsEndsNoRollOut() throws IOException {
        var urgent = rollout("urgent");
        urgent.advance();
        cloud.succeed(URGENT, "v2");
        cloud.failNextLooks(3);

        new Rollout(List.of(urgent), Duration.ofMillis(1)).await(Duration.ofSeconds(10));

        assertThat(records.only().outcome()).isEqualTo(DeploymentOutcome.SUCCEEDED);
    }

    @Test
    void looksThatFailForLongEndTheFollowingWithTheirSentence() throws IOException {
        following = new Following(following.looks(), Duration.ofMillis(5), Duration.ZERO, Duration.ZERO);
        var urgent = rollout("urgent");
        urgent.advance();
        cloud.failNextLooks(Integer.MAX_VALUE);

        assertThatThrownBy(() -> new Rollout(List.of(urgent), Duration.ofMillis(1)).await(Duration.ofSeconds(10)))
                .hasMessageContaining(URGENT + " can't be seen any more, and goes on by itself: The network is away.");
        assertThat(records.only().outcome()).isEqualTo(DeploymentOutcome.UNKNOWN);
    }

    @Test
    void aRefusedRequestFailsItsEnvironmentAndLeavesTheOthersToBeFollowed() throws IOException {
        cloud.succeed(URGENT, "v1");
        cloud.onUpdate((name, label) -> {
            cloud.succeed(name, "v1");
            throw new DeployException("You may not.");
        });

        assertThatThrownBy(() ->
                        new Rollout(List.of(rollout("urgent")), Duration.ofMillis(1)).await(Duration.ofSeconds(10)))
                .hasMessageContaining(URGENT + " failed: You may not.");
        assertThat(records.only().outcome()).isEqualTo(DeploymentOutcome.FAILED);
    }

    @Test
    void anUpdateThatWasTakenThoughItsAnswerIsARefusalIsFollowed() throws IOException {
        cloud.succeed(URGENT, "v1");
        cloud.setSettings(URGENT, new TreeMap<>());
        cloud.onUpdate((name, label) -> {
            throw new DeployException("Environment must be Ready.");
        });
        var urgent = rollout("urgent");

        assertThat(urgent.advance()).isEqualTo(Outcome.PENDING);
        cloud.succeed(URGENT, "v2");
        urgent.advance();
        assertThat(urgent.advance()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(cloud.requests).startsWith("version " + URGENT);
    }

    private EnvironmentRollout rollout(String name) throws IOException {
        Files.writeString(root.resolve("deployment.yml"), SpecFiles.VALID);
        var spec = new SpecFile(root).read();
        var stage = spec.stage("local");
        var environment = spec.environments(stage, List.of(name)).get(0);
        var plan = new EnvironmentPlan(
                spec, stage, environment, new PlannedVersion(label, List.of("image@sha256:2")), new Placeholders());
        var parts = new ReleaseParts(cloud, cloud, new FakeShelf(), journal, following, Clock.systemUTC(), note -> {});
        return new EnvironmentRollout(parts, plan, new ProgressLines(line -> {}, Clock.systemUTC()));
    }
}
