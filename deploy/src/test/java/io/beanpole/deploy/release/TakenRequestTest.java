package io.beanpole.deploy.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.Patience;
import io.beanpole.deploy.beanstalk.FakeCloud;
import io.beanpole.deploy.beanstalk.VersionName;
import io.beanpole.deploy.bundle.SourceBundle;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether an update that seemed to be refused is under way, and whose it is. */
class TakenRequestTest {
    private final FakeCloud cloud = new FakeCloud();

    @Test
    void anEnvironmentThatHasTheVersionNowOrTellsOfItHasTakenTheRequest() {
        var before = cloud.set("web", "Ready", "v1");

        cloud.set("web", "Updating", "v2");
        assertThat(TakenRequest.isVersionSeenAt(cloud, before, "v2", Instant.EPOCH))
                .isTrue();
        cloud.set("web", "Updating", "v1");
        cloud.say("web", "INFO", "Deploying v2 to 2 instances.");
        assertThat(TakenRequest.isVersionSeenAt(cloud, before, "v2", Instant.EPOCH))
                .isTrue();
    }

    @Test
    void anEnvironmentThatIsAsItWasOrOnlyBusyHasNot() {
        var before = cloud.set("web", "Ready", "v1");
        assertThat(TakenRequest.isVersionSeenAt(cloud, before, "v2", Instant.EPOCH))
                .isFalse();

        cloud.set("web", "Updating", "v1");
        cloud.say("web", "INFO", "Environment update is starting.");
        assertThat(TakenRequest.isVersionSeenAt(cloud, before, "v2", Instant.EPOCH))
                .isFalse();
        assertThat(TakenRequest.isVersionSeenAt(cloud, before, "v1", Instant.EPOCH))
                .isFalse();
    }

    @Test
    void whoComesSecondIsRefusedAndTheFirstIsLeftAlone() {
        cloud.succeed("web", "v1");
        cloud.onUpdate((name, label) -> {
            cloud.set(name, "Updating", "v3");
            throw new DeployException("The environment is in an invalid state for this operation.");
        });
        var shelf = new FakeShelf();
        var bundle = SourceBundle.read("{}".getBytes(StandardCharsets.UTF_8));
        shelf.bundles.put(new VersionName("shop", "v2"), bundle);
        var following = new Following(
                new Patience(Duration.ofSeconds(20), Duration.ofMillis(1)),
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO);
        var records = new FakeRecords();
        var journal = new DeploymentJournal(records, () -> "she", Clock.systemUTC());
        var parts = new ReleaseParts(cloud, cloud, shelf, journal, following, Clock.systemUTC(), note -> {});
        var run = new DeploymentRun(parts, new HeardDeployment(), journal.phases(phase -> {}));
        var release = new Release(
                cloud.find("web").orElseThrow(), new VersionName("shop", "v2"), bundle, List.of(), Purpose.of(""));

        assertThatThrownBy(() -> run.deploy(release))
                .hasMessageContaining("web is Updating")
                .hasMessageContaining("no record tells who began it");

        assertThat(cloud.requests).containsExactly("version web");
        assertThat(records.only().outcome()).isEqualTo(DeploymentOutcome.FAILED);
        assertThat(cloud.find("web").orElseThrow().versionLabel()).isEqualTo("v3");
    }
}
