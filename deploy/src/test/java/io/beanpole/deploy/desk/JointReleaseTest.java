package io.beanpole.deploy.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.deploy.beanstalk.DeploymentPolicy;
import io.beanpole.deploy.release.DeploymentRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders for several environments as one release. */
class JointReleaseTest {
    private static final String JOBS = "shop-local-jobs";
    private static final String WEB = "shop-local-web";

    private final DeskCloud desk = new DeskCloud();
    private final List<String> said = new ArrayList<>();

    @BeforeEach
    void versionOneRuns() {
        desk.cloud.succeed(JOBS, "v1");
        desk.cloud.succeed(WEB, "v1");
        desk.cloud.setName(WEB, "web.example");
        desk.cloud.onUpdate((name, label) -> {
            desk.cloud.succeed(name, label);
            if (name.equals(WEB)) {
                desk.cloud.setName(WEB, "web.example");
            }
        });
    }

    @Test
    void workersComeBeforeWebWhateverTheOrderOfTheOrders() {
        var records = joint().of(
                        List.of(order(WEB, new Content.Version("v2")), order(JOBS, new Content.Version("v2"))),
                        Map.of(),
                        "");

        assertThat(desk.cloud.requests).containsExactly("version " + JOBS, "version " + WEB);
        assertThat(records)
                .extracting(DeploymentRecord::releaseId)
                .doesNotContain("")
                .hasSize(2);
        assertThat(records.get(0).releaseId()).isEqualTo(records.get(1).releaseId());
    }

    @Test
    void anEditedFileAndABundleFromThisMachineBecomeVersionsFirst(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("Dockerrun.aws.json"), DeskCloud.dockerrun("mine"));

        joint().of(
                        List.of(
                                order(WEB, new Content.Dockerrun(DeskCloud.dockerrun("edited"))),
                                order(JOBS, new Content.BundleFile(file))),
                        Map.of(),
                        "both");

        assertThat(desk.shelf.added).hasSize(2);
        assertThat(desk.records.all()).extracting(DeploymentRecord::note).containsOnly("both");
    }

    @Test
    void aReleaseIsTakenBackWebFirst() {
        var made = joint().of(
                        List.of(order(WEB, new Content.Version("v2")), order(JOBS, new Content.Version("v2"))),
                        Map.of(),
                        "");
        desk.cloud.requests.clear();

        joint().takeBack(made.get(0).releaseId(), List.of(JOBS, WEB), "");

        assertThat(desk.cloud.requests).containsExactly("version " + WEB, "version " + JOBS);
        assertThat(desk.cloud.find(WEB).orElseThrow().versionLabel()).isEqualTo("v1");
    }

    @Test
    void aReleaseOfNothingIsRefused() {
        assertThatThrownBy(() -> joint().of(List.of(), Map.of(), "")).hasMessageContaining("needs an environment");
    }

    @Test
    void whatWasDeployedSinceTheOrderWasPreparedIsNotOverwritten() {
        assertThatThrownBy(() -> joint().of(List.of(order(WEB, new Content.Version("v2"))), Map.of(WEB, "v0"), ""))
                .hasMessageContaining(WEB + " has the version v1 by now; it had v0");
        assertThat(desk.cloud.requests).isEmpty();
        assertThat(desk.shelf.added).isEmpty();
    }

    @Test
    void thePolicyOfAnOrderIsSetBeforeAnyVersionGoesOut() {
        desk.cloud.setSettings(JOBS, new TreeMap<>());
        var halves = new RolloutPolicy(DeploymentPolicy.ROLLING, 50, false);
        var jobs = new Order(JOBS, new Content.Version("v2"), Optional.of(halves), "");

        joint().of(List.of(order(WEB, new Content.Version("v2")), jobs), Map.of(WEB, "v1", JOBS, "v1"), "");

        assertThat(desk.cloud.requests).hasSize(3).last().isEqualTo("version " + WEB);
        assertThat(desk.cloud.requests.get(0)).startsWith("settings " + JOBS);
        assertThat(RolloutPolicy.of(desk.cloud.settings(desk.cloud.find(JOBS).orElseThrow())))
                .isEqualTo(halves);
    }

    @Test
    void aReleaseThatHasNoWayBackSetsNoPolicy() {
        desk.cloud.setSettings(JOBS, new TreeMap<>());
        var halves = new RolloutPolicy(DeploymentPolicy.ROLLING, 50, false);
        var joint = new JointRelease(desk.parts(), image -> false, name -> new TreeMap<>(), desk.journal(), said::add);

        assertThatThrownBy(() -> joint.of(
                        List.of(new Order(JOBS, new Content.Version("v2"), Optional.of(halves), "")), Map.of(), ""))
                .hasMessageContaining("could not be taken back");
        assertThat(desk.cloud.requests).isEmpty();
    }

    private JointRelease joint() {
        return new JointRelease(desk.parts(), image -> true, name -> new TreeMap<>(), desk.journal(), said::add);
    }

    private static Order order(String environment, Content content) {
        return new Order(environment, content, Optional.empty(), "");
    }
}
