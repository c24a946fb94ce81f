package io.beanpole.console.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beanpole.console.FakeConnection;
import io.beanpole.console.FakeDesk;
import io.beanpole.console.TestWorkspace;
import io.beanpole.console.theme.Theme;
import io.beanpole.deploy.beanstalk.EnvironmentOverview;
import io.beanpole.deploy.desk.Content;
import io.beanpole.deploy.release.DeploymentOutcome;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What else the Deploy screen does with an environment, in its menu: promote and swap. */
@ExtendWith(ApplicationExtension.class)
class DeployMenuTest {
    private static final String GREEN = "beanpole-local-green";
    private static final String PROMOTE = "Promote its version to " + GREEN + " (local cloud)";
    private static final String SWAP = "Swap names with " + GREEN;

    private final FakeConnection connection = ReleaseDesk.connection();
    private final FakeDesk desk = (FakeDesk) connection.desk;
    private TestWorkspace workspace;
    private DeployView view;

    @Start
    private void start(Stage stage) {
        Theme.LIGHT.apply();
        ReleaseDesk.releases(connection).run =
                (environment, version, listener) -> ReleaseDesk.record(0, version, DeploymentOutcome.SUCCEEDED, "");
        workspace = TestWorkspace.inWindow(connection, Platform::runLater);
        var selection = workspace.workspace().selection();
        var web = selection.environments().stream()
                .map(row -> row.value())
                .filter(environment -> environment.name().equals(ReleaseDesk.WEB))
                .findFirst()
                .orElseThrow();
        selection.update(List.of(web, green(web)));
        selection.choose(ReleaseDesk.WEB);
        view = new DeployView(workspace.workspace());
        var scene = new Scene((Parent) view.node(), 1240, 800);
        scene.getStylesheets().add(Theme.stylesheet());
        stage.setScene(scene);
        stage.show();
        view.shown();
    }

    @AfterEach
    void close() {
        Platform.runLater(view::hidden);
        workspace.close();
    }

    @Test
    void aVersionIsPromotedAfterTheQuestionThatNamesWhatItReplaces(FxRobot robot) {
        press(robot, PROMOTE);

        await().until(() -> !desk.deployed.isEmpty());
        assertThat(workspace.asked()).singleElement().satisfies(question -> {
            assertThat(question.subject()).isEqualTo(GREEN);
            assertThat(question.consequences()).contains("gets web-promoted in place of web-before");
        });
        assertThat(desk.asked).containsExactly("promote web-promoted to " + GREEN);
        assertThat(desk.deployed)
                .singleElement()
                .satisfies(order -> assertThat(order.content()).isEqualTo(new Content.Version("web-promoted")));
    }

    @Test
    void namesAreSwappedAfterTheQuestion(FxRobot robot) {
        press(robot, SWAP);

        await().until(() -> desk.asked.contains("swap " + ReleaseDesk.WEB + " " + GREEN));
        assertThat(workspace.asked()).hasSize(1);
    }

    @Test
    void whoSaysNoToTheQuestionChangesNothing(FxRobot robot) {
        workspace.agrees(false);

        press(robot, PROMOTE);
        press(robot, SWAP);

        await().until(() -> workspace.asked().size() == 2);
        await().until(() -> workspace.workspace().background().current().isEmpty());
        assertThat(desk.asked).isEmpty();
        assertThat(desk.deployed).isEmpty();
    }

    @Test
    void onAReadOnlyConnectionBothAreThereAndSayWhyNot(FxRobot robot) {
        robot.interact(() -> workspace.forbid("Changes are forbidden."));

        for (var title : List.of(PROMOTE, SWAP)) {
            assertThat(item(robot, title)).satisfies(item -> {
                assertThat(item.isDisable()).isTrue();
                assertThat(item.getText()).endsWith("(not now: Changes are forbidden.)");
            });
        }
    }

    private static void press(FxRobot robot, String title) {
        var item = item(robot, title);
        assertThat(item.isDisable()).isFalse();
        robot.interact(item::fire);
    }

    private static MenuItem item(FxRobot robot, String title) {
        MenuButton more = robot.lookup("#deploy-more").queryAs(MenuButton.class);
        robot.interact(more::show);
        robot.interact(more::hide);
        return more.getItems().stream()
                .filter(item -> item.getText().startsWith(title))
                .findFirst()
                .orElseThrow();
    }

    private static EnvironmentOverview green(EnvironmentOverview web) {
        return new EnvironmentOverview(
                "e-green",
                GREEN,
                web.application(),
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
