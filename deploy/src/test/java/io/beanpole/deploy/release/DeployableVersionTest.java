package io.beanpole.deploy.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.Patience;
import io.beanpole.deploy.beanstalk.FakeCloud;
import io.beanpole.deploy.beanstalk.VersionName;
import io.beanpole.deploy.bundle.SourceBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether an earlier version can be deployed again, asked before it is: here one whose images a compose file names. */
class DeployableVersionTest {
    private static final String WEB = "shop-local-web";
    private static final String IMAGE = "own/shop@sha256:11";

    private final FakeCloud cloud = new FakeCloud();
    private final FakeShelf shelf = new FakeShelf();
    private final List<String> notes = new ArrayList<>();

    @TempDir
    private Path folder;

    @BeforeEach
    void versionTwoRunsAndVersionOneIsKept() throws IOException {
        cloud.succeed(WEB, "v2");
        cloud.onUpdate(cloud::succeed);
        Files.writeString(folder.resolve("docker-compose.yml"), "services: {web: {image: '" + IMAGE + "'}}");
        shelf.bundles.put(new VersionName("shop", "v1"), SourceBundle.ofFolder(folder));
    }

    @Test
    void aVersionWhoseImageIsGoneIsRefusedBeforeAnythingIsAsked() {
        assertThatThrownBy(() -> deploy(image -> false)).hasMessageContaining("its image " + IMAGE + " is gone");
        assertThat(cloud.requests).isEmpty();
    }

    @Test
    void theRecordHasTheImagesOfAComposeFile() {
        assertThat(deploy(image -> true).images()).containsExactly(IMAGE);
    }

    @Test
    void thatNobodyMayLookForTheImagesIsSaidAndHindersNoReturn() {
        var deployment = deploy(image -> {
            throw new DeployException("Access to ECR is denied.");
        });

        assertThat(deployment.outcome()).isEqualTo(DeploymentOutcome.SUCCEEDED);
        assertThat(notes).singleElement().asString().contains("not known. Access to ECR is denied.");
    }

    @Test
    void onlyWhatIsMissingInOurOwnRegistryIsGone() {
        var images =
                new RegistryImages(uri -> uri.startsWith("own/") ? Optional.of(Set.of("sha256:22")) : Optional.empty());

        assertThat(images.has(IMAGE)).isFalse();
        assertThat(images.has("own/shop:1.0@sha256:22")).isTrue();
        assertThat(images.has("elsewhere/shop@sha256:11")).isTrue();
        assertThat(images.has("own/shop:1.0")).isTrue();
    }

    @Test
    void anImageThatCannotBeLookedForIsNotCalledGone() {
        var images = new RegistryImages(uri -> {
            throw new DeployException("Rate exceeded.");
        });

        assertThat(new UndoCheck(shelf, images).hindrance(new VersionName("shop", "v1")))
                .contains("Rate exceeded.");
    }

    private DeploymentRecord deploy(ImageShelf images) {
        var following = new Following(
                new Patience(Duration.ofSeconds(20), Duration.ofMillis(1)),
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO);
        var journal = new DeploymentJournal(new FakeRecords(), () -> "she", Clock.systemUTC());
        var parts = new ReleaseParts(cloud, cloud, shelf, journal, following, Clock.systemUTC(), notes::add);
        return new ElasticBeanstalkReleases(parts, images, () -> {})
                .deployVersion(WEB, "v1", "back", new HeardDeployment());
    }
}
