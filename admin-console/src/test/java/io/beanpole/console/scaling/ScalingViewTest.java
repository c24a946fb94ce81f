package io.beanpole.console.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beanpole.console.FakeConnection;
import io.beanpole.console.OpenScreen;
import io.beanpole.console.Snapshot;
import io.beanpole.console.chart.TimeSeriesChart;
import io.beanpole.console.list.Row;
import io.beanpole.console.theme.Theme;
import io.beanpole.deploy.scaling.AlarmSummary;
import java.nio.file.Files;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The Scaling screen in a window without a display. */
@ExtendWith(ApplicationExtension.class)
class ScalingViewTest {
    private static final String STANDARD = "beanpole-local-standard";

    /** Longer than the screen is wide, and what holds the group back stands at its end. */
    private static final String REASON = "Alarm BacklogLow is in ALARM since 14:02:10 (visible + inflight (visible ="
            + " ApproximateNumberOfMessagesVisible, inflight = ApproximateNumberOfMessagesNotVisible, over 60 s) was 0,"
            + " it takes 1 or less) and runs policy BacklogLowPolicy, but the group has its minimum of 1 instance.";

    private OpenScreen screen;

    @Start
    private void start(Stage stage) {
        var connection = FakeConnection.busy();
        connection.scaling = (environment, back) -> BusyHour.at(connection.clock.instant(), environment);
        connection.reasons = (environment, at) -> REASON;
        screen = OpenScreen.on(stage, connection, STANDARD, ScalingView::new);
    }

    @AfterEach
    void close() {
        screen.close();
    }

    @Test
    void alarmsActivitiesAndTheGroupAreShown(FxRobot robot) {
        TableView<Row<AlarmSummary>> alarms = robot.lookup("#alarm-table").queryTableView();
        await().until(() -> alarms.getItems().size() == 2);
        TableView<?> activities = robot.lookup("#activity-table").queryTableView();
        assertThat(activities.getItems()).hasSize(3);
        assertThat(robot.lookup(".group-value").queryAllAs(Label.class))
                .extracting(Label::getText)
                .containsExactly("1", "3", "4", "3", "1");
    }

    @Test
    void aLongReasonIsShownToItsEnd(FxRobot robot) {
        var why = robot.lookup("#scaling-why").queryAs(Label.class);
        await().until(() -> why.getText().equals(REASON));
        robot.interact(screen.scene().getRoot()::layout);

        var drawn = (Text) why.lookup(".text");
        assertThat(drawn.getText().replace("\n", " ")).isEqualTo(REASON);
    }

    @Test
    void draggingZoomsAndADoubleClickFollowsThePresentAgain(FxRobot robot) {
        var chart = robot.lookup("#scaling-chart").queryAs(TimeSeriesChart.class);
        await().until(() -> !chart.contentProperty().get().series().isEmpty());
        var middle = chart.localToScreen(chart.getWidth() / 2, chart.getHeight() / 2);

        robot.drag(middle, MouseButton.PRIMARY).dropTo(new Point2D(middle.getX() + 200, middle.getY()));

        await().until(() -> !chart.followProperty().get().isLive());
        assertThat(robot.lookup("#scaling-present").query().isVisible()).isTrue();

        robot.doubleClickOn(middle);

        await().until(() -> chart.followProperty().get().isLive());
    }

    @Test
    void aClickAsksWhyAtThatMomentAndEscapesBackToNow(FxRobot robot) {
        var chart = robot.lookup("#scaling-chart").queryAs(TimeSeriesChart.class);
        var why = robot.lookup("#scaling-why").queryAs(Label.class);
        await().until(() -> !chart.contentProperty().get().series().isEmpty());

        robot.clickOn(chart.localToScreen(chart.getWidth() * 0.4, chart.getHeight() * 0.4));

        await().until(() ->
                why.getText().matches("At \\d\\d:\\d\\d:\\d\\d: The group has its maximum of 4 instances."));
        assertThat(chart.pinnedProperty().get()).isPresent();
        TableView<?> entries = robot.lookup("#scaling-entries").queryTableView();
        assertThat(entries.getItems()).hasSize(2);
        assertThat(entries.getSelectionModel().getSelectedIndex()).isEqualTo(1);
        assertThat(robot.lookup("#scaling-headline").queryAs(Label.class).getText())
                .isEqualTo("Not more: already at the maximum.");
        Snapshot.of(screen.scene().getRoot(), "room-scaling-why-light");

        robot.clickOn("#scaling-now");

        await().until(() -> why.getText().equals(REASON));
    }

    @Test
    void theKeyboardReadsPointsOutAndHidesSeries(FxRobot robot) {
        var chart = robot.lookup("#scaling-chart").queryAs(TimeSeriesChart.class);
        await().until(() -> !chart.contentProperty().get().series().isEmpty());
        robot.interact(chart::requestFocus);

        robot.push(KeyCode.LEFT).push(KeyCode.LEFT);
        assertThat(chart.getAccessibleText()).contains("Queue depth ").contains("QueueDepthAlarmHigh");
        robot.push(KeyCode.ENTER);
        await().until(() -> chart.pinnedProperty().get().isPresent());

        robot.push(KeyCode.DIGIT1);
        assertThat(chart.hidden()).containsExactly("Queue depth");
        robot.push(KeyCode.DIGIT1);
        robot.push(KeyCode.PLUS);
        assertThat(chart.followProperty().get().isLive()).isFalse();
        robot.push(KeyCode.END);
        assertThat(chart.followProperty().get().isLive()).isTrue();
    }

    @Test
    void theFormShowsWhatAwsHasAndATrialBesideIt(FxRobot robot) {
        robot.clickOn("#scaling-edit");
        await().until(() -> robot.lookup("#draft-maximum").tryQuery().isPresent());
        robot.interact(
                () -> robot.lookup("#draft-maximum").queryAs(TextField.class).setText("12"));

        robot.clickOn("#trial-run");

        TableView<?> results = robot.lookup("#trial-results").queryTableView();
        await().until(() -> results.getItems().size() == 8);
        assertThat(robot.lookup("#scaling-changes").queryAs(Label.class).getText())
                .isEqualTo("The group: maximum 4 becomes 12.");
        assertThat(robot.lookup("#scaling-apply").query().isDisabled()).isFalse();
        Snapshot.of(screen.scene().getRoot(), "room-scaling-editor-light");
        robot.interact(Theme.DARK::apply);
        Snapshot.of(screen.scene().getRoot(), "room-scaling-editor-dark");
    }

    @Test
    void picturesInBothThemes(FxRobot robot) {
        var chart = robot.lookup("#scaling-chart").queryAs(TimeSeriesChart.class);
        await().until(() -> !chart.contentProperty().get().series().isEmpty());
        robot.moveTo(chart.localToScreen(chart.getWidth() * 0.33, chart.getHeight() * 0.5));

        assertThat(Files.exists(Snapshot.of(screen.scene().getRoot(), "room-scaling-light")))
                .isTrue();
        robot.interact(Theme.DARK::apply);
        assertThat(Files.exists(Snapshot.of(screen.scene().getRoot(), "room-scaling-dark")))
                .isTrue();
    }
}
