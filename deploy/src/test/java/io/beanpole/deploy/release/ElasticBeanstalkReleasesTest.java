package io.beanpole.deploy.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.Patience;
import io.beanpole.deploy.beanstalk.FakeCloud;
import io.beanpole.deploy.beanstalk.InstanceState;
import io.beanpole.deploy.beanstalk.VersionName;
import io.beanpole.deploy.bundle.SourceBundle;
import io.beanpole.deploy.release.DeploymentRecord.Phase;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Releases over a cloud that does at once what a test has it do. */
class ElasticBeanstalkReleasesTest {
    private static final String WEB = "shop-local-web";
    private static final String NEW = """
            {"AWSEBDockerrunVersion": 2, "containerDefinitions": [{"image": "registry:1/shop/web:2.0@sha256:22"}]}""";

    private final FakeCloud cloud = new FakeCloud();
    private final FakeShelf shelf = new FakeShelf();
    private final FakeRecords records = new FakeRecords();
    private final HeardDeployment heard = new HeardDeployment();
    private final List<String> notes = new ArrayList<>();
    private Clock clock = Clock.systemUTC();
    private Following following = following(Duration.ofSeconds(20), Duration.ofSeconds(20));

    @BeforeEach
    void aVersionRuns() {
        cloud.succeed(WEB, "v1");
        shelf.bundles.put(version("v1"), SourceBundle.read("{\"old\": true}".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aChangedDockerrunFileBecomesAVersionThatIsDeployedAndRecorded() {
        cloud.onUpdate((name, label) -> {
            cloud.say(name, "INFO", "Environment update is starting.");
            cloud.succeed(name, label);
        });

        var deployment = releases().deploy(new DeploymentRequest(WEB, NEW, "a fix"), heard);

        assertThat(deployment.outcome()).isEqualTo(DeploymentOutcome.SUCCEEDED);
        assertThat(deployment.fromVersion()).isEqualTo("v1");
        assertThat(deployment.toVersion()).startsWith("web-2.0-");
        assertThat(deployment.images()).containsExactly("registry:1/shop/web:2.0@sha256:22");
        assertThat(deployment.note()).isEqualTo("a fix");
        assertThat(deployment.phases())
                .extracting(Phase::name)
                .containsExactly("version", "upload", "processing", "update", "instances");
        assertThat(heard.lines)
                .containsExactly(
                        "version",
                        "upload",
                        "processing",
                        "update",
                        "instances",
                        "INFO Environment update is starting.",
                        "1 of 1");
        assertThat(records.only()).isEqualTo(deployment);
        assertThat(releases().dockerrun(WEB)).contains(NEW);
    }

    @Test
    void theSameContentIsTheSameVersion() {
        cloud.onUpdate(cloud::succeed);
        var first = releases().deploy(new DeploymentRequest(WEB, NEW, ""), heard);
        releases().rollback(WEB, heard);
        var again = releases().deploy(new DeploymentRequest(WEB, NEW, ""), heard);
        var unchanged = releases().deploy(new DeploymentRequest(WEB, NEW, ""), heard);

        assertThat(again.toVersion()).isEqualTo(first.toVersion());
        assertThat(unchanged.toVersion()).isEqualTo(first.toVersion());
        assertThat(shelf.added).containsExactly(version(first.toVersion()));
        assertThat(releases().history(WEB))
                .hasSize(4)
                .first()
                .extracting(DeploymentRecord::fromVersion)
                .isEqualTo(first.toVersion());
    }

    @Test
    void aFailureIsJudgedByEventsAndFollowedUntilTheEnvironmentIsReady() {
        cloud.onUpdate((name, label) -> {
            cloud.say(name, "ERROR", "Unsuccessful command execution on instance i-1.");
            cloud.say(name, "INFO", "The rest of the story.");
            cloud.succeed(name, label);
        });

        var deployment = releases().deploy(new DeploymentRequest(WEB, NEW, ""), heard);

        assertThat(deployment.outcome()).isEqualTo(DeploymentOutcome.FAILED);
        assertThat(deployment.message()).isEqualTo("Unsuccessful command execution on instance i-1.");
        assertThat(heard.lines).contains("INFO The rest of the story.");
    }

    @Test
    void readyWithAnInstanceThatKeepsTheOldVersionIsAFailureAfterAWhile() {
        following = following(Duration.ofSeconds(20), Duration.ofMillis(5));
        cloud.onUpdate((name, label) -> {
            cloud.set(name, "Ready", label);
            cloud.setInstances(name, new InstanceState("i-1", "Ok", "v1", "Deployed"));
        });

        var deployment = releases().deploy(new DeploymentRequest(WEB, NEW, ""), heard);

        assertThat(deployment.outcome()).isEqualTo(DeploymentOutcome.FAILED);
        assertThat(deployment.message()).contains("Ready again, but still lacks i-1 (v1 Deployed)");
    }

    @Test
    void instancesThatAreLaunchedMeanwhileAreWaitedForFromTheLastLaunchOn() {
        following = following(Duration.ofSeconds(20), Duration.ofSeconds(10));
        clock = new TickingClock(Duration.ofSeconds(4));
        var looks = new AtomicInteger();
        cloud.onUpdate((name, label) -> {
            looks.set(0);
            cloud.set(name, "Ready", label);
            cloud.onLook(() -> {
                var instance = new InstanceState("i-" + looks.incrementAndGet(), "Ok", label, "In progress");
                cloud.setInstances(name, instance);
                if (looks.get() == 6) {
                    cloud.succeed(name, label);
                }
            });
        });

        var deployment = releases().deploy(new DeploymentRequest(WEB, NEW, ""), heard);

        assertThat(deployment.outcome()).isEqualTo(DeploymentOutcome.SUCCEEDED);
    }

    @Test
    void anUpdateThatWasTakenThoughItsAnswerIsARefusalIsFollowed() {
        cloud.onUpdate((name, label) -> {
            cloud.onLook(() -> cloud.succeed(name, label));
            throw new DeployException("Environment must be Ready.");
        });

        var deployment = releases().deploy(new DeploymentRequest(WEB, NEW, ""), heard);

        assertThat(deployment.outcome()).isEqualTo(DeploymentOutcome.SUCCEEDED);
    }

    @Test
    void whatIsNotOverAtTheDeadlineStaysUnknown() {
        following = following(Duration.ofMillis(10), Duration.ofSeconds(20));

        var deployment = releases().deploy(new DeploymentRequest(WEB, NEW, ""), heard);

        assertThat(deployment.outcome()).isEqualTo(DeploymentOutcome.UNKNOWN);
        assertThat(deployment.message()).contains("still waits for status Ready", "goes on by itself");
    }

    @Test
    void anInterruptedFollowerLeavesTheDeploymentToItself() {
        cloud.onUpdate((name, label) -> Thread.currentThread().interrupt());

        var deployment = releases().deploy(new DeploymentRequest(WEB, NEW, ""), heard);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(deployment.outcome()).isEqualTo(DeploymentOutcome.UNKNOWN);
        assertThat(deployment.message()).contains("goes on by itself", "was interrupted");
        assertThat(records.only()).isEqualTo(deployment);
    }

    @Test
    void aLookThatFailsIsNoVerdict() {
        cloud.onUpdate((name, label) -> {
            cloud.succeed(name, label);
            cloud.failNextLooks(3);
        });

        var deployment = releases().deploy(new DeploymentRequest(WEB, NEW, ""), heard);

        assertThat(deployment.outcome()).isEqualTo(DeploymentOutcome.SUCCEEDED);
    }

    @Test
    void whoCannotLookForLongDoesNotKnowTheOutcome() {
        following = following(Duration.ofSeconds(20), Duration.ofMillis(5));
        cloud.onUpdate((name, label) -> cloud.failNextLooks(Integer.MAX_VALUE));

        var deployment = releases().deploy(new DeploymentRequest(WEB, NEW, ""), heard);

        assertThat(deployment.outcome()).isEqualTo(DeploymentOutcome.UNKNOWN);
        assertThat(deployment.message()).contains("goes on by itself", "The network is away.");
    }

    @Test
    void whileItRunsItsRecordIsUnknown() {
        cloud.onUpdate((name, label) -> {
            assertThat(records.only().outcome()).isEqualTo(DeploymentOutcome.UNKNOWN);
            assertThat(records.only().toVersion()).isEqualTo(label);
            cloud.succeed(name, label);
        });

        releases().deploy(new DeploymentRequest(WEB, NEW, ""), heard);
    }

    @Test
    void aRollbackGoesBackToWhatWasReplaced() {
        cloud.onUpdate(cloud::succeed);
        releases().deploy(new DeploymentRequest(WEB, NEW, ""), heard);
        assertThat(releases().rollbackTarget(WEB)).contains("v1");

        var back = releases().rollback(WEB, heard);

        assertThat(back.outcome()).isEqualTo(DeploymentOutcome.SUCCEEDED);
        assertThat(back.toVersion()).isEqualTo("v1");
        assertThat(releases().dockerrun(WEB)).contains("{\"old\": true}");
    }

    @Test
    void aPresentBundleThatIsGoneLeavesHistoryAndRollback() {
        cloud.onUpdate(cloud::succeed);
        var first = releases().deploy(new DeploymentRequest(WEB, NEW, ""), heard);
        shelf.bundles.remove(version(first.toVersion()));

        assertThat(releases().dockerrun(WEB)).isEmpty();
        assertThat(notes).hasSize(1).first().asString().contains(WEB, first.toVersion() + " is gone");
        assertThat(releases().history(WEB)).containsExactly(first);
        assertThat(releases().rollback(WEB, heard).toVersion()).isEqualTo("v1");
    }

    @Test
    void anEnvironmentWithoutAVersionHasNoDockerrunFile() {
        cloud.set(WEB, "Ready", "");

        assertThat(releases().dockerrun(WEB)).isEmpty();
        assertThat(notes).isEmpty();
    }

    @Test
    void aRollbackIsRefusedWhenThereIsNoneOrItsBundleIsGone() {
        assertThatThrownBy(() -> releases().rollback(WEB, heard))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("There is nothing to roll shop-local-web back to");

        cloud.onUpdate(cloud::succeed);
        releases().deploy(new DeploymentRequest(WEB, NEW, ""), heard);
        shelf.bundles.remove(version("v1"));
        assertThatThrownBy(() -> releases().rollback(WEB, heard)).hasMessageContaining("version v1 is gone");
        assertThat(cloud.requests).hasSize(1);
    }

    @Test
    void whatCannotWorkIsRefusedBeforeAnythingIsAsked() {
        assertThatThrownBy(() -> releases().deploy(new DeploymentRequest(WEB, "{\"broken\"", ""), heard))
                .hasMessageContaining("The Dockerrun.aws.json is no JSON");
        assertThatThrownBy(() -> releases().deploy(new DeploymentRequest(WEB, "[1]", ""), heard))
                .hasMessageContaining("no JSON object");
        assertThatThrownBy(() -> releases().deploy(new DeploymentRequest("nowhere", NEW, ""), heard))
                .hasMessageContaining("There is no environment nowhere");

        cloud.set(WEB, "Updating", "v1");
        assertThatThrownBy(() -> releases().deploy(new DeploymentRequest(WEB, NEW, ""), heard))
                .hasMessageContaining("shop-local-web is Updating");
        assertThat(records.all()).isEmpty();
        assertThat(cloud.requests).isEmpty();
    }

    @Test
    void aVersionThatElasticBeanstalkRefusesIsARecordedFailure() {
        shelf.refusesToProcess = true;

        assertThatThrownBy(() -> releases().deploy(new DeploymentRequest(WEB, NEW, ""), heard))
                .hasMessageContaining("could not process web-2.0-");
        assertThat(records.only().outcome()).isEqualTo(DeploymentOutcome.FAILED);
        assertThat(records.only().message()).startsWith("The environment has taken no request.");
        assertThat(cloud.requests).isEmpty();
    }

    private ElasticBeanstalkReleases releases() {
        var journal = new DeploymentJournal(records, () -> "arn:aws:iam::1:user/she", clock);
        var parts = new ReleaseParts(cloud, cloud, shelf, journal, following, clock, notes::add);
        return new ElasticBeanstalkReleases(parts, image -> !image.contains("gone"), () -> {});
    }

    private static Following following(Duration limit, Duration patience) {
        return new Following(new Patience(limit, Duration.ofMillis(1)), patience, Duration.ZERO, limit);
    }

    private static VersionName version(String label) {
        return new VersionName("shop", label);
    }
}
