package io.beanpole.console.alarms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beanpole.console.FakeConnection;
import io.beanpole.console.Snapshot;
import io.beanpole.console.TestWorkspace;
import io.beanpole.console.screen.ScreenName;
import io.beanpole.console.screen.Workspaces;
import io.beanpole.console.theme.Theme;
import io.beanpole.deploy.alarm.AlarmKind;
import io.beanpole.deploy.alarm.BoardAlarm;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The notification of raised alarms, without a display. */
@ExtendWith(ApplicationExtension.class)
class AlarmBellTest {
    private final Workspaces workspaces = new Workspaces();
    private final AtomicInteger chimes = new AtomicInteger();
    private TestWorkspace workspace;
    private Stage stage;

    @Start
    private void start(Stage main) {
        Theme.LIGHT.apply();
        stage = main;
        workspace = TestWorkspace.inWindow(FakeConnection.busy(), Platform::runLater);
        var memory = workspace.workspace().memory();
        var frame = new StackPane();
        main.setScene(new Scene(frame, 400, 300));
        main.show();
        new AlarmBell(workspaces, memory, frame, chimes::incrementAndGet);
        workspaces.open(List.of(workspace.workspace()), Optional.of(workspace.workspace()));
        read("OK", "OK");
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(stage::hide);
        workspace.close();
    }

    @Test
    void severalAlarmsAreOneNotificationAndAClickLeadsToScaling(FxRobot robot) {
        robot.interact(() -> read("ALARM", "ALARM"));

        assertThat(toast(robot)).isPresent();
        assertThat(toast(robot).orElseThrow().getAccessibleText()).startsWith("2 alarms are raised");
        assertThat(Files.exists(
                        Snapshot.of(toast(robot).orElseThrow().getScene().getRoot(), "room-alarm-toast")))
                .isTrue();

        robot.clickOn("#alarm-toast-open");

        await().until(() -> toast(robot).isEmpty());
        var place = workspace.workspace().places().wantedProperty().get().orElseThrow();
        assertThat(place.screen()).isEqualTo(ScreenName.SCALING);
        assertThat(place.at()).isPresent();
    }

    @Test
    void itGoesByItselfWhenNothingRingsAnyMore(FxRobot robot) {
        robot.interact(() -> read("ALARM", "OK"));
        assertThat(toast(robot)).isPresent();

        System.gc(); // which must not take away what it follows by
        robot.interact(() -> read("OK", "OK"));

        assertThat(toast(robot)).isEmpty();
    }

    @Test
    void closingItLeadsNowhere(FxRobot robot) {
        robot.interact(() -> read("ALARM", "OK"));

        // A window that has just come is under the mouse only after the next pulses.
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn("#alarm-toast-close");

        await().until(() -> toast(robot).isEmpty());
        assertThat(workspace.workspace().places().wantedProperty().get()).isEmpty();
    }

    @Test
    void itDoesNotOutliveTheWindow(FxRobot robot) {
        robot.interact(() -> read("ALARM", "OK"));

        robot.interact(stage::hide);

        assertThat(Window.getWindows()).isEmpty();
    }

    @Test
    void switchedOffItDoesNotCome(FxRobot robot) {
        robot.interact(() ->
                workspace.workspace().memory().text("alarms.notification", "on").set("off"));

        robot.interact(() -> read("ALARM", "OK"));

        assertThat(toast(robot)).isEmpty();
    }

    @Test
    void itIsHeardOnceForAllThatOneReadingFoundAndNotWhereItsSoundIsOff(FxRobot robot) {
        robot.interact(() -> read("ALARM", "ALARM"));
        assertThat(chimes).hasValue(1);
        robot.interact(() -> {
            read("OK", "OK");
            workspace.workspace().memory().text("alarms.sound", "on").set("off");
        });

        robot.interact(() -> read("ALARM", "OK"));

        assertThat(chimes).hasValue(1);
        assertThat(toast(robot)).as("it is shown all the same").isPresent();
    }

    @Test
    void theChimeIsAPureSoundOfLessThanASecond() {
        assertThat(Chime.samples().length / 2).isBetween(10_000, 44_100);
    }

    private void read(String first, String second) {
        workspace
                .workspace()
                .alarms()
                .update(List.of(alarm("BacklogHigh", first), alarm("DeadLettersThere", second)), BusyBoard.NOW);
    }

    private static BoardAlarm alarm(String name, String state) {
        return BusyBoard.alarm(name, state, AlarmKind.QUEUE, "standard", 1);
    }

    private static Optional<Node> toast(FxRobot robot) {
        return robot.listTargetWindows().stream()
                .filter(Window::isShowing)
                .map(window -> window.getScene().lookup("#alarm-toast"))
                .filter(node -> node != null)
                .findFirst();
    }
}
