package io.beanpole.console.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beanpole.console.FakeConnection;
import io.beanpole.console.FakeTails;
import io.beanpole.console.OpenScreen;
import io.beanpole.console.Snapshot;
import io.beanpole.console.theme.Theme;
import io.beanpole.deploy.log.LogLine;
import java.nio.file.Files;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The Logs screen in a window without a display. */
@ExtendWith(ApplicationExtension.class)
class LogsViewTest {
    private static final String RULE = "-".repeat(40) + "\n";
    private static final String FIRST = "i-0c5f3a9e1b7d248f0";
    private static final String SECOND = "i-0c5f3a9e1b7d248f1";

    private final FakeTails tails = new FakeTails();
    private OpenScreen screen;

    @Start
    private void start(Stage stage) {
        var connection = FakeConnection.busy();
        connection.logs = tails;
        tails.texts.put(FIRST, tail("""
                2026/11/21 09:41:58.100000 [INFO] Executing instruction: PreBuildEbExtension
                2026/11/21 09:42:01.250000 [INFO] Running command: docker compose up -d
                2026/11/21 09:42:09.000000 [ERROR] An error occurred during execution: the container did not start
                """));
        tails.texts.put(SECOND, tail("""
                2026/11/21 09:41:59.000000 [INFO] Executing instruction: PreBuildEbExtension
                2026/11/21 09:42:02.250000 [WARN] The image is 1.2 GB large, and its download took 41 s; a smaller image deploys faster
                2026/11/21 09:42:05.000000 [INFO] Engine execution was finished.
                """));
        screen = OpenScreen.on(stage, connection, "beanpole-local-standard", LogsView::new);
    }

    @BeforeEach
    void read(FxRobot robot) {
        ListView<?> instances = robot.lookup("#logs-instances").queryListView();
        await().until(() -> instances.getItems().size() == 3);
    }

    @AfterEach
    void close() {
        screen.close();
    }

    @Test
    void theLinesOfAllInstancesStandInTheOrderOfTime(FxRobot robot) {
        robot.clickOn("#logs-tail");

        ListView<LogLine> lines = robot.lookup("#logs-lines").queryListView();
        await().until(() -> lines.getItems().size() == 6);
        assertThat(lines.getItems())
                .extracting(LogLine::instance)
                .containsExactly(FIRST, SECOND, FIRST, SECOND, SECOND, FIRST);
        await().until(() ->
                robot.lookup("#logs-state").queryAs(Label.class).getText().equals("6 of 6 lines"));
    }

    @Test
    void followingShowsOnlyWhatIsNew(FxRobot robot) {
        robot.clickOn("#logs-tail");
        ListView<LogLine> lines = robot.lookup("#logs-lines").queryListView();
        await().until(() -> lines.getItems().size() == 6);
        tails.texts.computeIfPresent(
                FIRST, (instance, text) -> text.stripTrailing() + "\n2026/11/21 09:42:11.000000 [INFO] and on\n");

        robot.interact(
                () -> robot.lookup("#logs-follow").queryAs(ToggleButton.class).setSelected(true));

        await().until(() -> lines.getItems().size() == 7);
        assertThat(lines.getItems().get(6).text()).endsWith("and on");
    }

    @Test
    void whileItIsPausedNewLinesWait(FxRobot robot) {
        var pause = robot.lookup("#logs-pause").queryAs(ToggleButton.class);
        robot.interact(() -> pause.setSelected(true));
        robot.clickOn("#logs-tail");

        var state = robot.lookup("#logs-state").queryAs(Label.class);
        await().until(() -> state.getText().contains("6 new ones wait"));
        ListView<LogLine> lines = robot.lookup("#logs-lines").queryListView();
        assertThat(lines.getItems()).isEmpty();

        robot.interact(() -> pause.setSelected(false));
        assertThat(lines.getItems()).hasSize(6);
    }

    @Test
    void aHalfTypedExpressionIsSaidAndChangesNothing(FxRobot robot) {
        robot.clickOn("#logs-tail");
        ListView<LogLine> lines = robot.lookup("#logs-lines").queryListView();
        await().until(() -> lines.getItems().size() == 6);
        robot.clickOn("#logs-expression");

        robot.interact(
                () -> robot.lookup("#logs-filter").queryAs(TextField.class).setText("(ERROR"));

        assertThat(lines.getItems()).hasSize(6);
        assertThat(robot.lookup("#logs-fault").queryAs(Label.class).getText()).startsWith("This is no regular");

        robot.interact(
                () -> robot.lookup("#logs-filter").queryAs(TextField.class).setText("(ERROR|WARN)"));

        assertThat(lines.getItems()).hasSize(2);
    }

    @Test
    void followingEndsWhenTheConnectionBecomesReadOnly(FxRobot robot) {
        var follow = robot.lookup("#logs-follow").queryAs(ToggleButton.class);
        robot.interact(() -> follow.setSelected(true));
        await().until(() -> tails.asked.get() > 0);

        robot.interact(() -> screen.forbid("Changes are forbidden on this connection."));

        assertThat(follow.isSelected()).isFalse();
        assertThat(follow.isDisabled()).isTrue();
        assertThat(follow.getAccessibleHelp()).isEqualTo("Changes are forbidden on this connection.");
        assertThat(robot.lookup("#logs-why-not").queryAs(Label.class).getText()).startsWith("Changes are forbidden");
    }

    @Test
    void buttonsThatActAgainAndAgainSayWhatPressingThemDoesNext(FxRobot robot) {
        var follow = robot.lookup("#logs-follow").queryAs(ToggleButton.class);
        var pause = robot.lookup("#logs-pause").queryAs(ToggleButton.class);
        assertThat(follow.getText()).isEqualTo("Follow");
        assertThat(pause.isDisabled()).isTrue();

        robot.interact(() -> follow.setSelected(true));
        robot.interact(() -> pause.setSelected(true));

        assertThat(follow.getText()).isEqualTo("Stop following");
        assertThat(pause.getText()).isEqualTo("Show new lines");
    }

    @Test
    void theCommandsForAShellAreThereToCopy(FxRobot robot) {
        assertThat(robot.lookup("#logs-session").queryAs(TextField.class).getText())
                .startsWith("aws ssm start-session --target i-");
        assertThat(robot.lookup("#logs-ssh").queryAs(TextField.class).getText()).startsWith("eb ssh");
    }

    @Test
    void picturesInBothThemes(FxRobot robot) {
        robot.clickOn("#logs-tail");
        ListView<LogLine> lines = robot.lookup("#logs-lines").queryListView();
        await().until(() -> lines.getItems().size() == 6);
        robot.interact(
                () -> robot.lookup("#logs-highlight").queryAs(TextField.class).setText("error"));

        assertThat(Files.exists(Snapshot.of(screen.scene().getRoot(), "room-logs-light")))
                .isTrue();
        robot.interact(Theme.DARK::apply);
        assertThat(Files.exists(Snapshot.of(screen.scene().getRoot(), "room-logs-dark")))
                .isTrue();
    }

    private static String tail(String lines) {
        return RULE + "/var/log/eb-engine.log\n" + RULE + lines + "\n\n";
    }
}
