package io.beanpole.console.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beanpole.console.FakeConnection;
import io.beanpole.console.FakeDesk;
import io.beanpole.console.LockedWindow;
import io.beanpole.console.TestWorkspace;
import io.beanpole.console.control.Tone;
import io.beanpole.console.polling.Background;
import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.beanstalk.EnvironmentEvent;
import io.beanpole.deploy.beanstalk.EnvironmentOverview;
import io.beanpole.deploy.desk.Content;
import io.beanpole.deploy.desk.Order;
import io.beanpole.deploy.release.DeploymentOutcome;
import io.beanpole.deploy.release.DeploymentRecord;
import io.beanpole.deploy.release.NameSwap.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a person agreed to is done once, to what it was said of, and is called what it is. */
class AgreedDeploymentTest {
    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

    private final FakeConnection connection = ReleaseDesk.connection();
    private final FakeDesk desk = (FakeDesk) connection.desk;
    private final LockedWindow window = new LockedWindow();
    private final TestWorkspace workspace = TestWorkspace.inWindow(connection, window);
    private final DeployViewModel model =
            new DeployViewModel(workspace.workspace(), () -> List.of(workspace.workspace()));
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void close() {
        end.countDown();
        workspace.close();
    }

    @Test
    void twoPressesAreOneQuestionAndOneDeployment() {
        desk.plan = order -> {
            hold();
            throw new DeployException("No plan.");
        };
        ReleaseDesk.releases(connection).run =
                (environment, version, listener) -> ReleaseDesk.record(0, version, DeploymentOutcome.SUCCEEDED, "");
        open();

        window.execute(() -> {
            model.rollback();
            model.rollback();
        });
        end.countDown();

        await().until(() -> !desk.deployed.isEmpty());
        await().until(() -> workspace.workspace().background().current().isEmpty());
        assertThat(workspace.asked()).hasSize(1);
        assertThat(desk.deployed).hasSize(1);
    }

    @Test
    void aPlanThatIsGivenUpAsksNothing() {
        desk.plan = order -> {
            hold();
            throw new DeployException("No plan.");
        };
        open();
        window.execute(model::rollback);
        var work = workspace.workspace().background().current();
        await().until(() -> window.get(() -> !work.isEmpty()));

        window.execute(() -> work.get(0).cancel());

        await().until(() -> window.get(work::isEmpty));
        await().until(() -> window.get(() -> model.plan().stateProperty().get().contains("given up")));
        assertThat(workspace.asked()).isEmpty();
        assertThat(desk.deployed).isEmpty();
    }

    @Test
    void whatIsConfirmedWhileADeploymentRunsDoesNotTakeItsPlace() {
        ReleaseDesk.releases(connection).run = (environment, version, listener) -> {
            hold();
            return ReleaseDesk.record(0, version, DeploymentOutcome.SUCCEEDED, "");
        };
        open();
        window.execute(model::rollback);
        await().until(() -> window.get(() -> model.runProperty().get().isPresent()));
        var first = model.runProperty().get();

        var order = new Order(ReleaseDesk.WEB, new Content.Version("v9"), Optional.empty(), "");
        window.execute(() -> model.begin(new Intent(order, "", "Deploying", Optional.empty())));

        assertThat(model.runProperty().get()).isEqualTo(first);
        assertThat(first.orElseThrow().isRunning()).isTrue();
        assertThat(workspace.notices().news()).singleElement().asString().startsWith("Nothing was begun");
    }

    @Test
    void afterAnAbortTheWayBackIsARestorationAndOtherVersionsAreOffered() {
        var present = present();
        var releases = ReleaseDesk.releases(connection);
        var aborted = ReleaseDesk.record(0, "web-new", DeploymentOutcome.FAILED, "It was aborted.");
        releases.rollbackTargets.put(ReleaseDesk.WEB, present);
        releases.history.put(
                ReleaseDesk.WEB,
                List.of(
                        withMessage(aborted, "The update was aborted. The fleet may be mixed."),
                        ReleaseDesk.record(1, present, DeploymentOutcome.SUCCEEDED, ""),
                        ReleaseDesk.record(2, "web-before", DeploymentOutcome.SUCCEEDED, "")));
        open();

        assertThat(model.hindrances().rollbackNameProperty().get()).isEqualTo("Restore " + present);
        assertThat(model.hindrances().cautionProperty().get()).contains("was aborted", present);
        assertThat(model.hindrances().earlierVersions()).containsExactly("web-before");
        assertThat(HistoryTable.outcome(model.history().rows().get(0).value())).satisfies(mark -> {
            assertThat(mark.text()).isEqualTo("Aborted");
            assertThat(mark.tone()).isEqualTo(Tone.WARNING);
        });
    }

    @Test
    void whatOnlyRepeatsIsAskedAsThat() {
        var releases = ReleaseDesk.releases(connection);
        releases.history.put(ReleaseDesk.WEB, List.of(ReleaseDesk.record(0, "web-new", DeploymentOutcome.FAILED, "")));
        workspace.agrees(false);
        open();
        assertThat(model.hindrances().repeatingProperty().get()).isTrue();

        window.execute(model::deploy);

        await().until(() -> !workspace.asked().isEmpty());
        assertThat(workspace.asked().get(0).title()).isEqualTo("Deploy the same to beanpole-local-web again?");
        window.execute(() -> model.form().memoryProperty().set("512"));
        assertThat(model.hindrances().repeatingProperty().get()).isFalse();
    }

    @Test
    void namesAndVersionsAreOfferedToEnvironmentsOfTheSameApplicationOnly() {
        window.execute(() -> {
            var selection = workspace.workspace().selection();
            var web = selection.environments().stream()
                    .map(row -> row.value())
                    .filter(environment -> environment.name().equals(ReleaseDesk.WEB))
                    .findFirst()
                    .orElseThrow();
            selection.update(
                    List.of(web, like(web, "e-green", "green", "beanpole"), like(web, "e-blog", "blog", "blog")));
            selection.choose(ReleaseDesk.WEB);
        });

        assertThat(model.neighbours().swapPartners()).containsExactly("green");
        assertThat(model.neighbours().promotionTargets())
                .extracting(Neighbours.Target::environmentName)
                .containsExactly("green");
    }

    @Test
    void aSwapIsAskedWithWhoHasWhichNameThen() {
        desk.names = List.of(new Named("green", "web.example", "v2"));
        open();

        window.execute(() -> model.neighbours().swap("green"));

        await().until(() -> desk.asked.contains("swap " + ReleaseDesk.WEB + " green"));
        assertThat(workspace.asked().get(0).consequences()).contains("green has the name web.example then");
    }

    @Test
    void tenThousandEventsAreKeptNewestFirstAndEqualOnesAreTwo() {
        var run = new DeploymentRun("Deploying", Clock.fixed(NOW, ZoneOffset.UTC), Map.of());
        var listener = run.listener(new Background(Runnable::run, Runnable::run, workspace.notices()));
        for (var second = 0; second < 10_000; second++) {
            listener.event(new EnvironmentEvent(NOW.plusSeconds(second), "INFO", "event"));
        }
        var last = new EnvironmentEvent(NOW.plusSeconds(10_000), "INFO", "the same twice");

        listener.event(last);
        listener.event(last);

        assertThat(run.events()).hasSize(10_000);
        assertThat(run.events().subList(0, 2))
                .allSatisfy(row -> assertThat(row.value()).isEqualTo(last));
    }

    private void hold() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("given up", e);
        }
    }

    private void open() {
        window.execute(() -> {
            workspace.workspace().selection().choose(ReleaseDesk.WEB);
            model.start();
        });
        await().until(() -> window.get(() -> model.readyProperty().get()));
    }

    private String present() {
        return workspace.workspace().selection().environments().stream()
                .filter(row -> row.value().name().equals(ReleaseDesk.WEB))
                .map(row -> row.value().versionLabel())
                .findFirst()
                .orElseThrow();
    }

    private static DeploymentRecord withMessage(DeploymentRecord record, String message) {
        return new DeploymentRecord(
                record.id(),
                record.application(),
                record.environmentName(),
                record.actor(),
                record.startedAt(),
                record.took(),
                record.fromVersion(),
                record.toVersion(),
                record.images(),
                record.policy(),
                record.phases(),
                record.outcome(),
                message,
                record.note(),
                record.commit(),
                record.releaseId());
    }

    private static EnvironmentOverview like(EnvironmentOverview web, String id, String name, String application) {
        return new EnvironmentOverview(
                id,
                name,
                application,
                web.tier(),
                web.status(),
                web.color(),
                web.healthStatus(),
                web.causes(),
                web.versionLabel(),
                web.platform(),
                web.address(),
                web.instances(),
                web.requestsPerSecond(),
                web.updatedAt());
    }
}
