package io.beanpole.console.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beanpole.console.FakeConnection;
import io.beanpole.console.OpenScreen;
import io.beanpole.console.Snapshot;
import io.beanpole.console.theme.Theme;
import io.beanpole.deploy.release.DeploymentOutcome;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The Deploy screen in a window without a display. */
@ExtendWith(ApplicationExtension.class)
class DeployViewTest {
    private final CountDownLatch lastBatch = new CountDownLatch(1);
    private FakeConnection connection;
    private OpenScreen screen;

    @Start
    private void start(Stage stage) {
        connection = ReleaseDesk.connection();
        ReleaseDesk.releases(connection).run = (environment, version, listener) -> {
            ReleaseDesk.tell(listener);
            await().until(() -> lastBatch.getCount() == 0);
            listener.instances(3, 3, List.of());
            return ReleaseDesk.record(0, "web-2b3c4d5-333f7e21ab84", DeploymentOutcome.SUCCEEDED, "");
        };
        screen = OpenScreen.on(stage, connection, ReleaseDesk.WEB, DeployView::new);
    }

    @AfterEach
    void close() {
        lastBatch.countDown();
        screen.close();
    }

    @Test
    void anImageIsChosenDeployedAndFollowedToItsOutcome(FxRobot robot) {
        await().until(() ->
                robot.lookup("#image-table .table-row-cell").queryAll().size() >= 3);
        await().until(() -> robot.lookup("#dockerrun-image")
                .queryAs(TextField.class)
                .getText()
                .contains("@"));
        assertThat(robot.lookup("#deploy-button").query().isDisabled()).isTrue();

        robot.clickOn("latest, 9f8e7d3");
        assertThat(robot.lookup("#dockerrun-json").queryAs(CodeArea.class).getText())
                .contains(ReleaseDesk.image("3").pinned());
        robot.clickOn("#deploy-note").write("Trims to the frame");
        pictures(robot, "room-deploy");
        robot.clickOn("Changes (2)");
        pictures(robot, "room-deploy-changes");
        robot.clickOn("#deploy-button");

        await().until(() ->
                robot.lookup("#deployment-events .table-row-cell").queryAll().size() >= 5);
        await().until(() -> text(robot, "#deployment-instances").startsWith("1 of 3"));
        assertThat(robot.lookup("#deploy-button").query().isDisabled()).isTrue();
        pictures(robot, "room-deploy-running");
        lastBatch.countDown();

        await().until(() -> text(robot, "#deployment-outcome").startsWith("All 3 instances run"));
        assertThat(robot.lookup("#deployment-outcome").query().getParent().getStyleClass())
                .contains("tone-good");
        pictures(robot, "room-deploy-done");
    }

    @Test
    void theKeyboardGetsIntoTheEditorAndOutAgain(FxRobot robot) {
        await().until(() ->
                robot.lookup("#image-table .table-row-cell").queryAll().size() >= 3);
        CodeArea editor = robot.lookup("#dockerrun-json").queryAs(CodeArea.class);
        robot.interact(editor::requestFocus);
        String before = editor.getText();

        robot.type(KeyCode.TAB);

        assertThat(screen.scene().getFocusOwner()).isNotNull().isNotSameAs(editor);
        assertThat(editor.getText()).isEqualTo(before);

        robot.push(KeyCode.SHIFT, KeyCode.TAB);

        assertThat(screen.scene().getFocusOwner()).isSameAs(editor);
        robot.push(KeyCode.SHIFT, KeyCode.TAB);
        assertThat(screen.scene().getFocusOwner()).isNotSameAs(editor);
    }

    @Test
    void rollingBackNamesTheVersionThatItReturnsTo(FxRobot robot) {
        await().until(() -> text(robot, "#rollback-button").equals("Roll back to web-0a1b2c3-77de68daecd8"));
        robot.clickOn("#rollback-button");
        lastBatch.countDown();

        await().until(() -> text(robot, "#deployment-outcome").startsWith("All 3 instances run"));
        robot.clickOn("History (3)");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#history-table .table-row-cell").queryAll()).hasSizeGreaterThanOrEqualTo(3);
        Snapshot.of(screen.scene().getRoot(), "room-deploy-history-light");
        robot.interact(() -> screen.scene().getWindow().setHeight(640));
        robot.clickOn("#history-table .table-row-cell");
        Snapshot.of(screen.scene().getRoot(), "room-deploy-history-small");
    }

    @Test
    void whatIsWrongWithTheFileIsListed(FxRobot robot) {
        await().until(() -> robot.lookup("#dockerrun-image")
                .queryAs(TextField.class)
                .getText()
                .contains("@"));

        robot.interact(() -> {
            robot.lookup("#dockerrun-memory").queryAs(TextField.class).setText("2");
            robot.lookup("#dockerrun-image").queryAs(TextField.class).setText("beanpole/web:latest");
        });

        await().until(() -> text(robot, "#deploy-reason").equals("The file has 1 error to mend first."));
        pictures(robot, "room-deploy-findings");
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Labeled.class).getText();
    }

    private void pictures(FxRobot robot, String name) {
        Snapshot.of(screen.scene().getRoot(), name + "-light");
        robot.interact(Theme.DARK::apply);
        Snapshot.of(screen.scene().getRoot(), name + "-dark");
        robot.interact(Theme.LIGHT::apply);
    }
}
