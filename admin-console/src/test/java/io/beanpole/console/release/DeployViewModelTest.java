package io.beanpole.console.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beanpole.console.FakeConnection;
import io.beanpole.console.LockedWindow;
import io.beanpole.console.TestWorkspace;
import io.beanpole.console.control.Mark;
import io.beanpole.console.control.Tone;
import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.beanstalk.EnvironmentOverview;
import io.beanpole.deploy.desk.Content;
import io.beanpole.deploy.desk.Order;
import io.beanpole.deploy.release.DeploymentOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Deploying and rolling back, without a window. */
class DeployViewModelTest {
    private final FakeConnection connection = ReleaseDesk.connection();
    private final LockedWindow window = new LockedWindow();
    private final TestWorkspace workspace = TestWorkspace.inWindow(connection, window);
    private final DeployViewModel model = new DeployViewModel(workspace.workspace(), List::of);

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void nothingCanBeDeployedThatDiffersInNothing() {
        open();

        assertThat(model.hindrances().whyNotDeployProperty().get()).startsWith("Nothing differs from what is deployed");
        assertThat(model.history().rows()).hasSize(3);
        assertThat(model.hindrances().rollbackTargetProperty().get()).isEqualTo("web-0a1b2c3-77de68daecd8");
        assertThat(model.hindrances().whyNotRollbackProperty().get()).isEmpty();
    }

    @Test
    void theImageThatRunsIsMarkedAndItsRepositoryIsShown() {
        open();

        assertThat(model.shelf().repositoryProperty().get()).isEqualTo("beanpole/web");
        assertThat(model.shelf().images())
                .extracting(row -> row.value().isDeployed())
                .containsExactly(false, false, true);
    }

    @Test
    void aChosenImageIsDeployedByItsDigest() {
        var deployed = new ArrayList<String>();
        ReleaseDesk.releases(connection).run = (environment, version, listener) -> {
            ReleaseDesk.tell(listener);
            deployed.add(environment);
            return ReleaseDesk.record(0, "web-new", DeploymentOutcome.SUCCEEDED, "");
        };
        open();
        window.execute(() -> model.choose(new ImageLine(ReleaseDesk.image("3"), false)));
        assertThat(model.hindrances().whyNotDeployProperty().get()).isEmpty();

        window.execute(() -> model.deploy());
        awaitOutcome();

        assertThat(deployed).containsExactly(ReleaseDesk.WEB);
        assertThat(ReleaseDesk.releases(connection).dockerruns.get(ReleaseDesk.WEB))
                .contains(ReleaseDesk.image("3").pinned());
        var run = model.runProperty().get().orElseThrow();
        assertThat(run.outcomeProperty().get()).contains(new Mark(Tone.GOOD, "All 3 instances run web-new."));
        assertThat(run.phases())
                .extracting(row -> row.value().name())
                .containsExactly("version", "upload", "processing", "update", "instances");
        assertThat(run.events())
                .hasSize(5)
                .first()
                .satisfies(row -> assertThat(row.value().message()).startsWith("Batch 2"));
        assertThat(run.instancesProperty().get()).startsWith("1 of 3 instances updated; waiting for i-");
        await().until(() -> window.get(() -> model.form().changes().isEmpty()));
    }

    @Test
    void aFailedDeploymentSaysSoInRedAndMayBeTriedAgain() {
        ReleaseDesk.releases(connection).run =
                (environment, version, listener) -> ReleaseDesk.record(0, "web-new", DeploymentOutcome.FAILED, "");
        open();
        window.execute(() -> model.choose(new ImageLine(ReleaseDesk.image("3"), false)));

        window.execute(() -> model.deploy());
        awaitOutcome();

        assertThat(model.runProperty().get().orElseThrow().outcomeProperty().get())
                .hasValueSatisfying(mark -> assertThat(mark.tone()).isEqualTo(Tone.BAD));
    }

    @Test
    void whatIsRefusedIsToldAndNothingIsLeftRunning() {
        ReleaseDesk.releases(connection).run = (environment, version, listener) -> {
            throw new DeployException("The version could not be made: access denied.", "Ask for s3:PutObject.");
        };
        open();

        window.execute(() -> model.rollback());
        awaitOutcome();

        var run = model.runProperty().get().orElseThrow();
        assertThat(run.isRunning()).isFalse();
        assertThat(run.outcomeProperty().get())
                .contains(new Mark(Tone.BAD, "The version could not be made: access denied. Ask for s3:PutObject."));
        assertThat(workspace.notices().problems()).containsKey("Rolling back " + ReleaseDesk.WEB);
    }

    @Test
    void whatWasConfirmedIsNotDoneOnceAColleagueDeployedSomethingElse() {
        open();
        var order = new Order(ReleaseDesk.WEB, new Content.Version("web-old"), Optional.empty(), "");
        var intent = new Intent(order, "web-1a2b3c4-9f86d081884c", "Deploying", Optional.empty());
        window.execute(() -> workspace
                .workspace()
                .selection()
                .update(workspace.workspace().selection().environments().stream()
                        .map(row -> withVersion(row.value(), "web-of-a-colleague"))
                        .toList()));

        window.execute(() -> model.begin(intent));

        assertThat(model.runProperty().get().orElseThrow().outcomeProperty().get())
                .hasValueSatisfying(mark -> assertThat(mark.text()).contains("web-of-a-colleague", "decide again"));
    }

    private static EnvironmentOverview withVersion(EnvironmentOverview known, String version) {
        return new EnvironmentOverview(
                known.id(),
                known.name(),
                known.application(),
                known.tier(),
                known.status(),
                known.color(),
                known.healthStatus(),
                known.causes(),
                version,
                known.platform(),
                known.address(),
                known.instances(),
                known.requestsPerSecond(),
                known.updatedAt());
    }

    @Test
    void anEnvironmentThatIsNotReadyIsLeftAlone() {
        open("beanpole-local-standard");

        assertThat(model.hindrances().whyNotDeployProperty().get())
                .isEqualTo("beanpole-local-standard is Updating; wait until it is Ready.");
        assertThat(model.hindrances().whyNotRollbackProperty().get())
                .isEqualTo(model.hindrances().whyNotDeployProperty().get());
    }

    @Test
    void anErrorInTheFileKeepsItFromBeingDeployed() {
        open();

        window.execute(() -> model.form().memoryProperty().set("2"));

        assertThat(model.hindrances().whyNotDeployProperty().get()).isEqualTo("The file has 1 error to mend first.");
    }

    @Test
    void whatWasEditedWaitsForTheReturnToItsEnvironment() {
        open();
        window.execute(() -> model.form().memoryProperty().set("999"));

        open("beanpole-local-express");
        assertThat(model.form().memoryProperty().get()).isNotEqualTo("999");

        open(ReleaseDesk.WEB);
        assertThat(model.form().memoryProperty().get()).isEqualTo("999");
    }

    @Test
    void eachEnvironmentHasItsOwnDeployment() {
        ReleaseDesk.releases(connection).run =
                (environment, version, listener) -> ReleaseDesk.record(0, "web-new", DeploymentOutcome.SUCCEEDED, "");
        open();
        window.execute(() -> model.rollback());
        awaitOutcome();

        open("beanpole-local-express");
        assertThat(model.runProperty().get()).isEmpty();

        open(ReleaseDesk.WEB);
        assertThat(model.runProperty().get()).isPresent();
    }

    @Test
    void repositoriesAreReadOffTheNamesOfImages() {
        assertThat(List.of("host:5000/a/b@sha256:1", "host/a/b:tag", "host/a/b"))
                .allSatisfy(image -> assertThat(ImageShelf.repositoryOf(image)).isEqualTo("a/b"));
    }

    private void open() {
        open(ReleaseDesk.WEB);
    }

    private void open(String environment) {
        window.execute(() -> {
            workspace.workspace().selection().choose(environment);
            model.start();
        });
        await().until(() -> window.get(() -> model.readyProperty().get()
                && !model.shelf().repositories().isEmpty()
                && (!environment.equals(ReleaseDesk.WEB)
                        || model.shelf().images().size() == 3)));
    }

    private void awaitOutcome() {
        await().until(() -> window.get(
                () -> model.runProperty().get().filter(run -> !run.isRunning()).isPresent()));
    }
}
