package io.beanpole.deploy.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.deploy.Patience;
import io.beanpole.deploy.beanstalk.FakeCloud;
import io.beanpole.deploy.beanstalk.VersionName;
import io.beanpole.deploy.bundle.SourceBundle;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Versions on their way from one stage to another. */
class PromotionTest {
    private static final String LOCAL = "shop-local-web";
    private static final String STAGING = "shop-staging-web";

    private final FakeCloud cloud = new FakeCloud();
    private final FakeShelf shelf = new FakeShelf();
    private final FakeRecords records = new FakeRecords();

    @BeforeEach
    void aVersionRanWellInOneStage() {
        shelf.bundles.put(
                new VersionName("shop", "v2"),
                SourceBundle.read("{\"containerDefinitions\": [{\"image\": \"shop@sha256:22\"}]}"
                        .getBytes(StandardCharsets.UTF_8)));
        cloud.succeed(LOCAL, "v1");
        cloud.succeed(STAGING, "v1");
        cloud.onUpdate(cloud::succeed);
        new ElasticBeanstalkReleases(parts(), image -> !image.contains("gone"), () -> {})
                .deployVersion(LOCAL, "v2", "", new HeardDeployment());
    }

    @Test
    void theSameVersionWithTheSameImagesIsTheGoalOfTheOtherStage() {
        var candidate = promotion().candidate(LOCAL, STAGING, false);
        var goal = promotion().bring(candidate, Purpose.of("promoted"));

        assertThat(candidate.isThere()).isFalse();
        assertThat(goal.environmentName()).isEqualTo(STAGING);
        assertThat(goal.versionLabel()).isEqualTo("v2");
        assertThat(goal.images()).containsExactly("shop@sha256:22");
        assertThat(goal.settings(cloud, cloud))
                .hasValueSatisfying(settings -> assertThat(settings).isEmpty());
    }

    @Test
    void aVersionThatIsNotWellIsRefusedUnlessItIsForced() {
        cloud.setHealth(LOCAL, "Severe", "All requests fail.");

        assertThatThrownBy(() -> promotion().candidate(LOCAL, STAGING, false))
                .hasMessageContaining("Version v2 has not proved itself in " + LOCAL)
                .hasMessageContaining("Severe: All requests fail.");
        assertThat(promotion().candidate(LOCAL, STAGING, true).doubts()).hasSize(1);
    }

    @Test
    void aVersionWhoseLastDeploymentFailedIsRefused() {
        records.all().forEach(deployment -> records.save(failed(deployment)));

        assertThatThrownBy(() -> promotion().candidate(LOCAL, STAGING, false)).hasMessageContaining("outcome FAILED");
    }

    @Test
    void whatIsThereAlreadyOrNowhereIsSaid() {
        cloud.succeed(STAGING, "v2");

        assertThat(promotion().candidate(LOCAL, STAGING, false).isThere()).isTrue();
        assertThatThrownBy(() -> promotion().candidate(LOCAL, "nowhere", false))
                .hasMessageContaining("There is no environment nowhere to promote to");
    }

    private static DeploymentRecord failed(DeploymentRecord of) {
        return new DeploymentRecord(
                of.id(),
                of.application(),
                of.environmentName(),
                of.actor(),
                of.startedAt(),
                of.took(),
                of.fromVersion(),
                of.toVersion(),
                of.images(),
                of.policy(),
                of.phases(),
                DeploymentOutcome.FAILED,
                "",
                "",
                "",
                "");
    }

    private Promotion promotion() {
        return new Promotion(parts(), parts(), new SameCloud(parts()));
    }

    private ReleaseParts parts() {
        var following = new Following(
                new Patience(Duration.ofSeconds(20), Duration.ofMillis(1)),
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO);
        var journal = new DeploymentJournal(records, () -> "she", Clock.systemUTC());
        return new ReleaseParts(cloud, cloud, shelf, journal, following, Clock.systemUTC(), note -> {});
    }
}
