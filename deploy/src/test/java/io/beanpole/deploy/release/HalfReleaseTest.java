package io.beanpole.deploy.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.Patience;
import io.beanpole.deploy.beanstalk.FakeCloud;
import io.beanpole.deploy.beanstalk.VersionName;
import io.beanpole.deploy.bundle.SourceBundle;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Releases that stop between two waves, and what is told of them. */
class HalfReleaseTest {
    private static final String JOBS = "shop-local-jobs";
    private static final String WEB = "shop-local-web";

    private final FakeCloud cloud = new FakeCloud();
    private final FakeShelf shelf = new FakeShelf();
    private final OrderedRelease release = release();

    @BeforeEach
    void versionOneRuns() {
        cloud.succeed(JOBS, "v1");
        cloud.succeed(WEB, "v1");
        shelf.bundles.put(new VersionName("shop", "v1"), SourceBundle.read("{}".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void whoLosesTheNetworkAtTheGateIsToldHowEachEnvironmentStandsAndHowToGoBack() {
        cloud.onUpdate((name, label) -> {
            cloud.succeed(name, label);
            cloud.onHealth(() -> {
                throw new DeployException("The network is away.");
            });
        });

        assertThatThrownBy(this::run)
                .hasMessageContaining("stops half-way, and nothing was taken back: The network is away.")
                .hasMessageContaining(JOBS + " runs v2.")
                .hasMessageContaining(WEB + " was not touched.")
                .satisfies(thrown -> assertThat(((DeployException) thrown).suggestion())
                        .get()
                        .asString()
                        .contains("./beanpole rollback --release release-7"));
        assertThat(cloud.requests).containsExactly("version " + JOBS);
    }

    @Test
    void aReleaseThatFailedHasTheRecordsOfWhatWasDeployedAndOfWhatWentBack() {
        cloud.onUpdate((name, label) -> {
            if (label.equals("v2")) {
                cloud.say(name, "ERROR", "The container ended.");
            }
            cloud.set(name, "Ready", label);
        });
        cloud.useBasicHealth();

        assertThatThrownBy(this::run).hasMessageContaining("The release failed at " + JOBS);

        assertThat(release.records())
                .extracting(DeploymentRecord::toVersion, DeploymentRecord::outcome)
                .containsExactly(tuple("v2", DeploymentOutcome.FAILED), tuple("v1", DeploymentOutcome.SUCCEEDED));
    }

    private void run() {
        release.run(List.of(List.of(goal(JOBS)), List.of(goal(WEB))));
    }

    private OrderedRelease release() {
        var following = new Following(
                new Patience(Duration.ofSeconds(20), Duration.ofMillis(1)),
                Duration.ofMillis(50),
                Duration.ZERO,
                Duration.ofSeconds(5));
        var journal = new DeploymentJournal(new FakeRecords(), () -> "she", Clock.systemUTC());
        var parts = new ReleaseParts(cloud, cloud, shelf, journal, following, Clock.systemUTC(), note -> {});
        return new OrderedRelease(parts, image -> true, name -> new TreeMap<>(), line -> {});
    }

    private static Goal goal(String name) {
        return new VersionGoal("shop", name, "v2", List.of(), new Purpose("both", "", "release-7"));
    }
}
