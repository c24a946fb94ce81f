package io.beanpole.deploy.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.Patience;
import io.beanpole.deploy.beanstalk.FakeCloud;
import io.beanpole.deploy.beanstalk.InstanceState;
import io.beanpole.deploy.beanstalk.VersionName;
import io.beanpole.deploy.bundle.SourceBundle;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two tiers as one release, over a cloud that does at once what a test has it do. */
class OrderedReleaseTest {
    private static final String JOBS = "shop-local-jobs";
    private static final String WEB = "shop-local-web";
    private static final String OLD_IMAGE = "1.dkr.ecr.eu.amazonaws.com/shop@sha256:11";

    private final FakeCloud cloud = new FakeCloud();
    private final FakeShelf shelf = new FakeShelf();
    private final FakeRecords records = new FakeRecords();
    private final Set<String> lostImages = new HashSet<>();
    private final List<String> said = new ArrayList<>();

    @BeforeEach
    void versionOneRuns() {
        cloud.succeed(JOBS, "v1");
        cloud.succeed(WEB, "v1");
        cloud.onUpdate(cloud::succeed);
        for (var label : List.of("v1", "v2")) {
            shelf.bundles.put(
                    new VersionName("shop", label),
                    SourceBundle.read(("{\"containerDefinitions\": [{\"image\": \"" + OLD_IMAGE + "\"}]}")
                            .getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void consumersComeFirstAndAllRecordsNameTheRelease() {
        var deployments = release().run(List.of(List.of(goal(JOBS)), List.of(goal(WEB))));

        assertThat(cloud.requests).containsExactly("version " + JOBS, "version " + WEB);
        assertThat(deployments).extracting(DeploymentRecord::releaseId).containsExactly("release-7", "release-7");
        assertThat(deployments).extracting(DeploymentRecord::outcome).containsOnly(DeploymentOutcome.SUCCEEDED);
    }

    @Test
    void aConsumerThatFailsIsTakenBackAndTheProducerIsNeverAsked() {
        cloud.onUpdate((name, label) -> {
            if (label.equals("v2")) {
                cloud.say(name, "ERROR", "The container ended.");
                cloud.set(name, "Ready", "v1");
                cloud.setInstances(
                        name,
                        new InstanceState("i-1", "Severe", "v2", "Failed"),
                        new InstanceState("i-2", "Ok", "v1", "Deployed"));
            } else {
                cloud.succeed(name, label);
            }
        });

        assertThatThrownBy(() -> release().run(List.of(List.of(goal(JOBS)), List.of(goal(WEB)))))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("The release failed at " + JOBS + ": The container ended.")
                .hasMessageContaining("  i-1: FATAL no database")
                .hasMessageContaining(JOBS + " runs v1 again on every instance.")
                .hasMessageContaining(WEB + " was not touched.");
        assertThat(cloud.requests).containsExactly("version " + JOBS, "version " + JOBS);
        assertThat(records.all())
                .extracting(DeploymentRecord::outcome)
                .containsExactly(DeploymentOutcome.SUCCEEDED, DeploymentOutcome.FAILED);
    }

    @Test
    void anEnvironmentWhosePolicyHasTakenItBackByItselfIsLeftAlone() {
        cloud.onUpdate((name, label) -> {
            cloud.say(name, "ERROR", "The new instances did not become healthy.");
            cloud.succeed(name, "v1");
        });

        assertThatThrownBy(() -> release().run(List.of(List.of(goal(JOBS)), List.of(goal(WEB)))))
                .hasMessageContaining(JOBS + " still runs v1 on every instance.");
        assertThat(cloud.requests).containsExactly("version " + JOBS);
    }

    @Test
    void aProducerThatFailsTakesTheConsumersBackToo() {
        cloud.onUpdate((name, label) -> {
            if (name.equals(WEB) && label.equals("v2")) {
                cloud.say(name, "ERROR", "The page is empty.");
                cloud.set(name, "Ready", "v1");
                cloud.setInstances(name, new InstanceState("i-1", "Severe", "v2", "Failed"));
            } else {
                cloud.succeed(name, label);
            }
        });

        assertThatThrownBy(() -> release().run(List.of(List.of(goal(JOBS)), List.of(goal(WEB)))))
                .hasMessageContaining("failed at " + WEB);
        assertThat(cloud.requests)
                .containsExactly("version " + JOBS, "version " + WEB, "version " + WEB, "version " + JOBS);
        assertThat(cloud.find(JOBS).orElseThrow().versionLabel()).isEqualTo("v1");
    }

    @Test
    void whoIsNotWellAfterwardsDoesNotPassTheGateUnlessItWasNoBetterBefore() {
        cloud.onUpdate((name, label) -> {
            cloud.succeed(name, label);
            cloud.setHealth(name, label.equals("v2") ? "Degraded" : "Ok", "Half of the requests fail.");
        });

        assertThatThrownBy(() -> release().run(List.of(List.of(goal(JOBS)), List.of(goal(WEB)))))
                .hasMessageContaining(JOBS
                        + " runs the version, but is not well: its health is Degraded: Half of the requests fail.");
        assertThat(cloud.requests).doesNotContain("version " + WEB);

        cloud.requests.clear();
        cloud.setHealth(JOBS, "Degraded", "A message waits in the dead-letter queue.");
        cloud.onUpdate(cloud::succeed);
        release().run(List.of(List.of(goal(JOBS)), List.of(goal(WEB))));
        assertThat(cloud.requests).contains("version " + WEB);
    }

    @Test
    void whatCouldNotBeTakenBackIsRefusedBeforehand() {
        var goals = List.of(List.of(goal(JOBS)), List.of(goal(WEB)));
        lostImages.add(OLD_IMAGE);

        assertThatThrownBy(() -> release().requireUndo(goals))
                .hasMessageContaining("could not be taken back")
                .hasMessageContaining("its image " + OLD_IMAGE + " is gone");

        lostImages.clear();
        shelf.bundles.remove(new VersionName("shop", "v1"));
        assertThatThrownBy(() -> release().requireUndo(goals)).hasMessageContaining("version v1 is gone");
        assertThat(cloud.requests).isEmpty();
    }

    @Test
    void aReleaseIsUndoneAsAWholeUnlessSomethingWasDeployedSince() {
        release().run(List.of(List.of(goal(JOBS)), List.of(goal(WEB))));
        var undo = new ReleaseUndo(parts(), this::has);
        var names = List.of(WEB, JOBS);
        var purpose = new Purpose("rollback", "", "release-8");

        assertThat(undo.id("shop", "last", names)).isEqualTo("release-7");
        assertThat(undo.goals("shop", "release-7", names, purpose))
                .extracting(Goal::environmentName, Goal::versionLabel)
                .containsExactly(tuple(WEB, "v1"), tuple(JOBS, "v1"));

        cloud.succeed(WEB, "v3");
        assertThatThrownBy(() -> undo.goals("shop", "release-7", names, purpose))
                .hasMessageContaining(WEB + " has the version v3 by now");
        assertThatThrownBy(() -> undo.goals("shop", "release-6", names, purpose))
                .hasMessageContaining("nothing to take back of the release release-6");
    }

    private OrderedRelease release() {
        return new OrderedRelease(
                parts(), this::has, name -> new TreeMap<>(Map.of("i-1", "starting\nFATAL no database\n")), said::add);
    }

    private boolean has(String image) {
        return !lostImages.contains(image);
    }

    private ReleaseParts parts() {
        var following = new Following(
                new Patience(Duration.ofSeconds(20), Duration.ofMillis(1)),
                Duration.ofMillis(50),
                Duration.ZERO,
                Duration.ofMillis(20));
        var journal = new DeploymentJournal(records, () -> "she", Clock.systemUTC());
        return new ReleaseParts(cloud, cloud, shelf, journal, following, Clock.systemUTC(), said::add);
    }

    private static Goal goal(String name) {
        return new VersionGoal("shop", name, "v2", List.of(OLD_IMAGE), new Purpose("both", "", "release-7"));
    }
}
