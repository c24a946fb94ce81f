package io.beanpole.console.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beanpole.console.FakeConnection;
import io.beanpole.console.FakeDesk;
import io.beanpole.console.LockedWindow;
import io.beanpole.console.TestWorkspace;
import io.beanpole.deploy.beanstalk.DeploymentPolicy;
import io.beanpole.deploy.desk.Content;
import io.beanpole.deploy.desk.Order;
import io.beanpole.deploy.desk.RolloutPolicy;
import io.beanpole.deploy.release.DeploymentOutcome;
import io.beanpole.deploy.release.DeploymentRecord;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several environments as one release: what was prepared for them, and what became of the cloud meanwhile. */
class ReleaseTrayTest {
    private static final String EXPRESS = "beanpole-local-express";
    private static final String STANDARD = "beanpole-local-standard";

    private final FakeConnection connection = ReleaseDesk.connection();
    private final FakeDesk desk = (FakeDesk) connection.desk;
    private final LockedWindow window = new LockedWindow();
    private final TestWorkspace workspace = TestWorkspace.inWindow(connection, window);
    private final ReleaseTray tray = new ReleaseTray(workspace.workspace());

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void whatSomebodyDeployedSinceItWasPutInIsNotOverwritten() {
        window.execute(() -> {
            tray.put(order(EXPRESS, "v2"), true, "what-it-ran-an-hour-ago");
            tray.release("");
        });

        assertThat(workspace.asked()).isEmpty();
        assertThat(workspace.notices().news())
                .singleElement()
                .asString()
                .contains("Nothing was released", EXPRESS, "put it in again");
    }

    @Test
    void everyEnvironmentThatIsReleasedIsNamedInWhatIsTyped() {
        window.execute(() -> {
            put(EXPRESS, "v2");
            put(STANDARD, "v2");
            tray.release("");
        });

        assertThat(workspace.asked())
                .singleElement()
                .satisfies(question -> assertThat(question.subject()).isEqualTo(EXPRESS + ", " + STANDARD));
    }

    @Test
    void onlyWhatTheReleaseChangedIsAskedAboutAndTakenBack() {
        desk.released = List.of(STANDARD);

        window.execute(() -> tray.takeBack(partOfRelease()));

        await().until(() -> desk.asked.contains("take back release-1 of [" + STANDARD + "]"));
        assertThat(workspace.asked()).singleElement().satisfies(question -> {
            assertThat(question.subject()).isEqualTo(STANDARD);
            assertThat(question.consequences()).contains("release-1", STANDARD).doesNotContain(EXPRESS);
        });
    }

    @Test
    void aReleaseOfAnotherConnectionIsToldInPlaceOfAQuestion() {
        window.execute(() -> tray.takeBack(partOfRelease()));

        await().until(() -> !workspace.notices().news().isEmpty());
        assertThat(workspace.asked()).isEmpty();
    }

    @Test
    void whatIsPutInWhileAReleaseRunsStaysAndNothingElseBeginsMeanwhile() {
        var isOver = new CountDownLatch(1);
        desk.release = orders -> {
            await().until(() -> isOver.getCount() == 0);
            return List.of();
        };
        window.execute(() -> {
            put(EXPRESS, "v2");
            tray.release("");
            put(STANDARD, "v2");
        });
        assertThat(tray.whyNotUndoProperty().get()).isEqualTo("A release is running.");

        window.execute(() -> tray.takeBack(partOfRelease()));
        isOver.countDown();

        await().until(() -> window.get(() -> tray.whyNotUndoProperty().get().isEmpty()));
        assertThat(tray.lines())
                .extracting(row -> row.value().environmentName())
                .containsExactly(STANDARD);
        assertThat(desk.asked).containsExactly("release " + EXPRESS);
    }

    @Test
    void aPolicyThatWasChosenIsReadBesideTheVersion() {
        var halves = new RolloutPolicy(DeploymentPolicy.ROLLING, 50, false);
        var order = new Order(EXPRESS, new Content.Version("v2"), Optional.of(halves), "");

        assertThat(new TrayLine(order, true, "v1").what()).contains("v2").contains(halves.inWords());
    }

    private void put(String environment, String version) {
        tray.put(order(environment, version), true, present(environment));
    }

    private String present(String environment) {
        return workspace.workspace().selection().environments().stream()
                .filter(row -> row.value().name().equals(environment))
                .map(row -> row.value().versionLabel())
                .findFirst()
                .orElseThrow();
    }

    private static DeploymentRecord partOfRelease() {
        return new DeploymentRecord(
                "deployment-1",
                "beanpole",
                STANDARD,
                "mara",
                ReleaseDesk.NOW,
                Duration.ofSeconds(41),
                "v1",
                "v2",
                List.of(),
                "Rolling",
                List.of(),
                DeploymentOutcome.SUCCEEDED,
                "All instances run v2.",
                "",
                "",
                "release-1");
    }

    private static Order order(String environment, String version) {
        return new Order(environment, new Content.Version(version), Optional.empty(), "");
    }
}
