package io.beanpole.console.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beanpole.console.FakeConnection;
import io.beanpole.console.FakeDesk;
import io.beanpole.console.LockedWindow;
import io.beanpole.console.TestWorkspace;
import io.beanpole.console.control.Tone;
import io.beanpole.deploy.beanstalk.DeploymentPolicy;
import io.beanpole.deploy.desk.BundleReport;
import io.beanpole.deploy.desk.Content;
import io.beanpole.deploy.desk.PolicyRoom;
import io.beanpole.deploy.desk.RolloutPolicy;
import io.beanpole.deploy.plan.FileChange;
import io.beanpole.deploy.plan.Plan;
import io.beanpole.deploy.plan.PlannedEnvironment;
import io.beanpole.deploy.plan.Replacement;
import io.beanpole.deploy.release.DeploymentOutcome;
import io.beanpole.deploy.release.RunningDeployments.Followed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a release manager prepares beside the file: policies, versions, plans, releases; without a window. */
class PreparedDeploymentTest {
    private static final Instant UPDATED = Instant.parse("2026-11-21T09:00:00Z");

    private final FakeConnection connection = ReleaseDesk.connection();
    private final FakeDesk desk = (FakeDesk) connection.desk;
    private final LockedWindow window = new LockedWindow();
    private final TestWorkspace workspace = TestWorkspace.inWindow(connection, window);
    private final DeployViewModel model = new DeployViewModel(workspace.workspace(), List::of);

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void thePlanIsInTheQuestionAndThePolicyInTheOrder() {
        desk.plan = order -> plan(UPDATED);
        ReleaseDesk.releases(connection).run =
                (environment, version, listener) -> ReleaseDesk.record(0, "web-new", DeploymentOutcome.SUCCEEDED, "");
        open(ReleaseDesk.WEB);
        window.execute(() -> {
            model.choose(new ImageLine(ReleaseDesk.image("3"), false));
            model.policy().policyProperty().set(DeploymentPolicy.ROLLING);
            model.policy().batchProperty().set("30");
            model.deploy();
        });

        await().until(() -> !desk.deployed.isEmpty());

        assertThat(workspace.asked().get(0).consequences())
                .contains("goes from web-old to web-new", "Rolling: one at a time.", "Mind: The queue is long.");
        assertThat(desk.deployed.get(0).policy()).contains(new RolloutPolicy(DeploymentPolicy.ROLLING, 30, false));
    }

    @Test
    void aPlanThatNoLongerHoldsStopsTheDeployment() {
        desk.plan = order -> plan(UPDATED);
        open(ReleaseDesk.WEB);
        window.execute(() -> model.choose(new ImageLine(ReleaseDesk.image("3"), false)));
        await().until(() ->
                window.get(() -> model.plan().plannedProperty().get().isPresent()));
        desk.plan = order -> plan(UPDATED.plusSeconds(60));

        window.execute(model::deploy);

        await().until(() -> window.get(() -> model.plan().stateProperty().get().contains("Somebody changed")));
        assertThat(workspace.asked()).isEmpty();
        assertThat(desk.deployed).isEmpty();
    }

    @Test
    void aPolicyThatTheEnvironmentDoesNotTakeIsSaidAndNotDeployed() {
        desk.policies = new PolicyRoom(
                new RolloutPolicy(DeploymentPolicy.ALL_AT_ONCE, 100, false),
                Map.of(DeploymentPolicy.TRAFFIC_SPLITTING, "No load balancer."));
        open(ReleaseDesk.WEB);
        window.execute(() -> {
            model.choose(new ImageLine(ReleaseDesk.image("3"), false));
            model.policy().policyProperty().set(DeploymentPolicy.TRAFFIC_SPLITTING);
        });

        assertThat(model.hindrances().whyNotDeployProperty().get()).isEqualTo("No load balancer.");
    }

    @Test
    void aChosenVersionIsLookedIntoAndDeployedAsItStands() {
        desk.report = order -> new BundleReport(
                "web-0a1b2c3", 1200, List.of("Dockerrun.aws.json"), Optional.empty(), List.of(), List.of(), List.of());
        ReleaseDesk.releases(connection).run =
                (environment, version, listener) -> ReleaseDesk.record(0, version, DeploymentOutcome.SUCCEEDED, "");
        open(ReleaseDesk.WEB);
        window.execute(() -> model.choose(new Content.Version("web-0a1b2c3")));
        await().until(() ->
                window.get(() -> model.hindrances().whyNotDeployProperty().get().isEmpty()));

        window.execute(model::deploy);

        await().until(() -> !desk.deployed.isEmpty());
        assertThat(desk.deployed.get(0).content()).isEqualTo(new Content.Version("web-0a1b2c3"));
    }

    @Test
    void aVersionWhoseImageIsGoneIsNotDeployed() {
        desk.report = order -> new BundleReport(
                "v", 1, List.of(), Optional.empty(), List.of(), List.of("The image is gone."), List.of());
        open(ReleaseDesk.WEB);

        window.execute(() -> model.choose(new Content.Version("v")));

        await().until(() -> window.get(
                        () -> model.hindrances().whyNotDeployProperty().get())
                .equals("The image is gone."));
        window.execute(model::edit);
        assertThat(model.hindrances().whyNotDeployProperty().get()).startsWith("Nothing differs");
    }

    @Test
    void whatSomebodyElseBeganIsFollowedOnceAndCanBeAborted() {
        var watched = new AtomicInteger();
        desk.watched = (name, listener) -> {
            watched.incrementAndGet();
            listener.instances(1, 3, List.of("i-1"));
            return new Followed(name, DeploymentOutcome.FAILED, "Instance i-1 failed.", Optional.empty());
        };

        open("beanpole-local-standard");

        await().until(() -> window.get(() -> model.runProperty()
                .get()
                .flatMap(run -> run.outcomeProperty().get())
                .filter(mark -> mark.tone() == Tone.BAD)
                .isPresent()));
        assertThat(model.hindrances().whyNotAbortProperty().get()).isEmpty();
        window.execute(model::abort);
        await().until(() -> desk.asked.contains("abort beanpole-local-standard operation-1"));
        assertThat(watched).hasValue(1);
    }

    @Test
    void aReleaseOfTwoIsAskedForWorkersFirst() {
        open(ReleaseDesk.WEB);
        window.execute(() -> {
            model.choose(new ImageLine(ReleaseDesk.image("3"), false));
            model.putIntoRelease();
        });
        open("beanpole-local-express");
        window.execute(() -> {
            model.form().imageProperty().set(ReleaseDesk.image("2").pinned());
            model.form().memoryProperty().set("256");
            model.putIntoRelease();
            model.tray().release("both");
        });

        await().until(() -> desk.asked.size() == 2);
        assertThat(desk.asked).containsExactly("release beanpole-local-express", "release " + ReleaseDesk.WEB);
        assertThat(workspace.asked().get(0).consequences())
                .startsWith("First: beanpole-local-express")
                .contains("If one fails, all go back");
    }

    @Test
    void twoDeploymentsOfTheHistoryAreComparedTheOlderFirst() {
        desk.difference =
                List.of(new FileChange("Dockerrun.aws.json", FileChange.Kind.CHANGED, List.of("-\"a\"", "+\"b\"")));
        open(ReleaseDesk.WEB);
        var records = model.history().rows();

        window.execute(() -> model.history()
                .compare(List.of(records.get(0).value(), records.get(2).value())));

        await().until(() -> window.get(() -> model.history().difference().size() == 3));
        assertThat(model.history().stateProperty().get())
                .isEqualTo("From web-0a1b2c3-77de68daecd8 to web-1a2b3c4-9f86d081884c:");
    }

    @Test
    void aFileOfTwoMegabytesIsCheckedInTheBackground() {
        open(ReleaseDesk.WEB);
        var variables = new StringBuilder();
        for (int number = 0; number < 45_000; number++) {
            variables.append("{\"name\": \"V").append(number).append("\", \"value\": \"some value here\"},\n");
        }
        var large = ReleaseDesk.dockerrun("1")
                .replace(
                        "\"memory\": 768,",
                        "\"memory\": 2, \"environment\": [" + variables + "{\"name\": \"Z\", \"value\": \"\"}],");
        assertThat(large.length()).isGreaterThan(2_000_000);

        window.execute(() -> model.form().textProperty().set(large));
        assertThat(model.hindrances().whyNotDeployProperty().get()).isEqualTo("Checking the file");

        await().until(() -> window.get(() -> !model.form().findings().isEmpty()));
        assertThat(model.form().memoryProperty().get()).isEqualTo("2");
        assertThat(model.form().changes()).isNotEmpty();
    }

    private void open(String environment) {
        window.execute(() -> {
            workspace.workspace().selection().choose(environment);
            model.start();
        });
        await().until(() -> window.get(() -> model.readyProperty().get()));
    }

    private static Plan plan(Instant updatedAt) {
        var environment = new PlannedEnvironment(
                ReleaseDesk.WEB,
                "WebServer",
                "e-1",
                "Ready",
                Optional.of(updatedAt),
                "web-old",
                "web-new",
                false,
                List.of(),
                List.of(),
                true,
                List.of(),
                true,
                new Replacement("Rolling", 3, 3, 1, 0, "Rolling: one at a time"),
                Optional.empty(),
                Optional.empty(),
                List.of("The queue is long."));
        return new Plan(Plan.FORMAT, UPDATED, "beanpole", "", 9, List.of(environment));
    }
}
