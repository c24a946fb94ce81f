package io.beanpole.console.alarms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beanpole.console.FakeAlarms;
import io.beanpole.console.FakeConnection;
import io.beanpole.console.OpenScreen;
import io.beanpole.console.Snapshot;
import io.beanpole.console.list.Row;
import io.beanpole.console.screen.ScreenName;
import io.beanpole.console.theme.Theme;
import io.beanpole.deploy.scaling.AlarmTransition;
import java.nio.file.Files;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The Alarms screen in a window without a display. */
@ExtendWith(ApplicationExtension.class)
class AlarmsViewTest {
    private final FakeAlarms board = BusyBoard.fill(new FakeAlarms());
    private OpenScreen screen;

    @Start
    private void start(Stage stage) {
        var connection = FakeConnection.busy();
        connection.alarms = board;
        screen = OpenScreen.on(stage, connection, workspace -> {
            workspace.alarms().update(board.all(), BusyBoard.NOW);
            return new AlarmsView(workspace);
        });
    }

    @BeforeEach
    void read(FxRobot robot) {
        TableView<?> history = robot.lookup("#alarm-history").queryTableView();
        await().until(() ->
                robot.lookup("#alarm-title").queryLabeled().getText().length() > 0);
        assertThat(history).isNotNull();
    }

    @AfterEach
    void close() {
        screen.close();
    }

    @Test
    void whatNobodyLooksAfterStandsAboveTheRest(FxRobot robot) {
        TableView<Row<AlarmLine>> table = robot.lookup("#alarm-board").queryTableView();

        assertThat(table.getItems())
                .extracting(row -> row.value().standing())
                .containsExactly(Standing.RINGING, Standing.RINGING, Standing.ACKNOWLEDGED, Standing.QUIET);
        assertThat(robot.lookup("#alarms-summary").queryAs(Label.class).getText())
                .isEqualTo("2 in alarm, 1 acknowledged, 5 alarms in all");
    }

    @Test
    void whoLooksAfterAnAlarmIsKeptAndItSinks(FxRobot robot) {
        choose(robot, BusyBoard.DEPTH);
        robot.interact(() -> {
            robot.lookup("#alarm-person").queryAs(TextField.class).setText("Ben");
            robot.lookup("#alarm-note").queryAs(TextField.class).setText("raising MaxSize");
        });
        robot.clickOn("#alarm-acknowledge");

        await().until(() -> board.saved.containsKey(BusyBoard.DEPTH));
        await().until(() -> robot.lookup("#alarm-acknowledge")
                .queryAs(Button.class)
                .getText()
                .equals("Withdraw"));
        assertThat(screen.asked()).hasSize(1);
        var kept = board.saved.get(BusyBoard.DEPTH).acknowledgement().orElseThrow();
        assertThat(kept.by()).isEqualTo("Ben");
        assertThat(kept.note()).isEqualTo("raising MaxSize");
        assertThat(robot.lookup("#alarm-carer").queryAs(Label.class).getText()).startsWith("Ben, until");
        TableView<Row<AlarmLine>> table = robot.lookup("#alarm-board").queryTableView();
        assertThat(table.getItems().get(0).value().name()).isNotEqualTo(BusyBoard.DEPTH);
    }

    @Test
    void aRunbookThatIsBeingTypedIsNotLostWhenTheBoardIsReadAgain(FxRobot robot) {
        choose(robot, "DeadLettersThere");
        var runbook = robot.lookup("#alarm-runbook").queryAs(TextArea.class);
        robot.interact(() -> runbook.setText("Half a sentence"));
        var later = BusyBoard.NOW.plusSeconds(10);
        robot.interact(() -> screen.workspace()
                .alarms()
                .update(
                        board.all().stream()
                                .map(alarm -> alarm.with(alarm.care().withMute(java.util.Optional.empty())))
                                .toList(),
                        later));

        assertThat(runbook.getText()).isEqualTo("Half a sentence");
    }

    @Test
    void triggersOfElasticBeanstalkThatHaveNothingToSayAreShownOnDemand(FxRobot robot) {
        TableView<Row<AlarmLine>> table = robot.lookup("#alarm-board").queryTableView();
        assertThat(table.getItems()).noneMatch(row -> row.value().name().startsWith("AWSEB"));

        robot.clickOn("#alarms-triggers");

        assertThat(table.getItems()).hasSize(5);
        assertThat(table.getItems().get(4).value().name()).isEqualTo("AWSEBCloudwatchAlarmHigh");
    }

    @Test
    void whatCannotBeAcknowledgedSaysWhy(FxRobot robot) {
        var acknowledge = robot.lookup("#alarm-acknowledge").queryAs(Button.class);
        var person = robot.lookup("#alarm-person").queryAs(TextField.class);
        robot.interact(() -> person.setText("Ben"));
        choose(robot, "QueueDepthAlarmHigh");
        assertThat(acknowledge.isDisabled()).isTrue();
        assertThat(acknowledge.getAccessibleHelp()).startsWith("It isn't in alarm");

        choose(robot, BusyBoard.DEPTH);
        assertThat(acknowledge.isDisabled()).isFalse();

        robot.interact(person::clear);
        assertThat(acknowledge.getAccessibleHelp()).isEqualTo("Write your name first.");

        robot.interact(() -> screen.forbid("Changes are forbidden."));
        assertThat(acknowledge.getAccessibleHelp()).isEqualTo("Changes are forbidden.");
        assertThat(robot.lookup("#alarm-mute").queryAs(Button.class).isDisabled())
                .isTrue();
    }

    @Test
    void aMutedAlarmIsKeptSoForEverybodyAndCanBeHeardAgain(FxRobot robot) {
        choose(robot, BusyBoard.DEPTH);
        robot.interact(
                () -> robot.lookup("#alarm-person").queryAs(TextField.class).setText("Ben"));
        robot.clickOn("#alarm-mute");
        var mute = robot.lookup("#alarm-mute").queryAs(Button.class);
        await().until(() -> mute.getText().equals("Unmute"));
        assertThat(board.saved.get(BusyBoard.DEPTH).mute().orElseThrow().by()).isEqualTo("Ben");

        robot.clickOn("#alarm-mute");

        await().until(() -> mute.getText().equals("Mute"));
        assertThat(board.saved.get(BusyBoard.DEPTH).mute()).isEmpty();
    }

    @Test
    void theHistoryOfTheChosenAlarmStandsBesideItTheNewestFirst(FxRobot robot) {
        choose(robot, BusyBoard.DEPTH);
        TableView<AlarmTransition> history = robot.lookup("#alarm-history").queryTableView();

        await().until(() -> history.getItems().size() == 4);

        assertThat(history.getItems().get(0).to()).isEqualTo("ALARM");
        choose(robot, "QueueDepthAlarmHigh");
        await().until(() -> history.getItems().isEmpty());
    }

    @Test
    void theScalingScreenOpensAtTheMomentOfTheAlarm(FxRobot robot) {
        choose(robot, BusyBoard.DEPTH);

        robot.clickOn("#alarm-to-scaling");

        var place = screen.workspace().places().wantedProperty().get().orElseThrow();
        assertThat(place.screen()).isEqualTo(ScreenName.SCALING);
        assertThat(place.environmentName()).isEqualTo("beanpole-local-standard");
        assertThat(place.at()).contains(BusyBoard.NOW.minusSeconds(180));
    }

    @Test
    void picturesInBothThemes(FxRobot robot) {
        choose(robot, BusyBoard.DEPTH);
        TableView<?> history = robot.lookup("#alarm-history").queryTableView();
        await().until(() -> history.getItems().size() == 4);

        assertThat(Files.exists(Snapshot.of(screen.scene().getRoot(), "room-alarms-light")))
                .isTrue();
        robot.interact(Theme.DARK::apply);
        assertThat(Files.exists(Snapshot.of(screen.scene().getRoot(), "room-alarms-dark")))
                .isTrue();
    }

    private void choose(FxRobot robot, String name) {
        TableView<Row<AlarmLine>> table = robot.lookup("#alarm-board").queryTableView();
        robot.interact(() -> table.getItems().stream()
                .filter(row -> row.value().name().equals(name))
                .findFirst()
                .ifPresent(table.getSelectionModel()::select));
    }
}
