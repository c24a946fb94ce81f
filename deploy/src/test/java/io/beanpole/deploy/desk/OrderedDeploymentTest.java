package io.beanpole.deploy.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.beanstalk.DeploymentPolicy;
import io.beanpole.deploy.beanstalk.EnvironmentEvent;
import io.beanpole.deploy.beanstalk.VersionName;
import io.beanpole.deploy.bundle.SourceBundle;
import io.beanpole.deploy.release.DeploymentListener;
import io.beanpole.deploy.release.DeploymentRecord;
import io.beanpole.deploy.release.DeploymentRequest;
import io.beanpole.deploy.release.ImageShelf;
import io.beanpole.deploy.release.Releases;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An order that wants another policy as well as another version. */
class OrderedDeploymentTest implements DeploymentListener {
    private static final String JOBS = "shop-local-jobs";
    private static final RolloutPolicy HALVES = new RolloutPolicy(DeploymentPolicy.ROLLING, 50, false);

    private final DeskCloud desk = new DeskCloud();

    @BeforeEach
    void versionOneRunsAllAtOnce() {
        desk.cloud.succeed(JOBS, "v1");
        desk.cloud.setSettings(JOBS, new TreeMap<>());
        var listening = DeskCloud.dockerrun("v2")
                .replace(
                        "\"memory\": 128",
                        "\"memory\": 128, \"portMappings\": [{\"hostPort\": 80, \"containerPort\": 8080}]");
        desk.shelf.bundles.put(new VersionName("shop", "v2"), SourceBundle.read(DeskCloud.bytes(listening)));
    }

    @Test
    void aVersionThatCanNotBeDeployedLeavesThePolicyAsItIs() {
        assertThatThrownBy(() -> deploy(new Content.Version("v2"), image -> false))
                .hasMessageContaining("Nothing was changed")
                .hasMessageContaining("is gone");
        assertThatThrownBy(() -> deploy(new Content.Version("v9"), image -> true))
                .isInstanceOf(DeployException.class);

        assertThat(desk.cloud.requests).isEmpty();
    }

    @Test
    void aRefusalAfterThePolicyWasChangedSaysThatThePolicyStays() {
        assertThatThrownBy(() -> deploy(new Content.Version("v2"), image -> true))
                .hasMessageContaining("refused here")
                .hasMessageContaining("stays Rolling");

        assertThat(desk.cloud.requests).singleElement().asString().startsWith("settings " + JOBS);
    }

    @Test
    void aRefusalWhereThePolicyIsThereAlreadySaysNothingOfIt() {
        desk.cloud.setSettings(JOBS, HALVES.settings());

        assertThatThrownBy(() -> deploy(new Content.Version("v2"), image -> true))
                .hasMessage("refused here");
        assertThat(desk.cloud.requests).isEmpty();
    }

    private void deploy(Content content, ImageShelf images) {
        new OrderedDeployment(desk.parts(), images, new RefusedReleases(), desk.journal())
                .of(new Order(JOBS, content, Optional.of(HALVES), ""), this);
    }

    @Override
    public void phase(String name) {}

    @Override
    public void event(EnvironmentEvent event) {}

    @Override
    public void instances(int updated, int all, List<String> waitingFor) {}

    /** A cloud in which somebody else is always first. */
    private static final class RefusedReleases implements Releases {
        @Override
        public Optional<String> dockerrun(String environmentName) {
            return Optional.empty();
        }

        @Override
        public DeploymentRecord deploy(DeploymentRequest request, DeploymentListener listener) {
            throw new DeployException("refused here");
        }

        @Override
        public DeploymentRecord deployVersion(
                String environmentName, String versionLabel, String note, DeploymentListener listener) {
            throw new DeployException("refused here");
        }

        @Override
        public DeploymentRecord rollback(String environmentName, DeploymentListener listener) {
            throw new DeployException("refused here");
        }

        @Override
        public Optional<String> rollbackTarget(String environmentName) {
            return Optional.empty();
        }

        @Override
        public List<DeploymentRecord> history(String environmentName) {
            return List.of();
        }
    }
}
