package io.beanpole.console.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beanpole.console.FakeConnection;
import io.beanpole.console.Snapshot;
import io.beanpole.console.TestWorkspace;
import io.beanpole.console.chart.TimeSeriesChart;
import io.beanpole.console.list.Row;
import io.beanpole.console.theme.Theme;
import io.beanpole.deploy.scaling.AlarmSummary;
import java.nio.file.Files;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
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

    private TestWorkspace workspace;
    private ScalingView view;
    private Scene scene;

    @Start
    private void start(Stage stage) {
        Theme.LIGHT.apply();
        var connection = FakeConnection.busy();
        connection.scaling = (environment, from, to) -> BusyHour.at(to, environment);
        connection.reasons = (environment, at) -> REASON;
        workspace = TestWorkspace.inWindow(connection, Platform::runLater);
        workspace.workspace().selection().choose(STANDARD);
        view = new ScalingView(workspace.workspace());
        scene = new Scene((Parent) view.node(), 1240, 800);
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
        robot.interact(scene.getRoot()::layout);

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
    void picturesInBothThemes(FxRobot robot) {
        var chart = robot.lookup("#scaling-chart").queryAs(TimeSeriesChart.class);
        await().until(() -> !chart.contentProperty().get().series().isEmpty());
        robot.moveTo(chart.localToScreen(chart.getWidth() * 0.33, chart.getHeight() * 0.5));

        assertThat(Files.exists(Snapshot.of(scene.getRoot(), "room-scaling-light")))
                .isTrue();
        robot.interact(Theme.DARK::apply);
        assertThat(Files.exists(Snapshot.of(scene.getRoot(), "room-scaling-dark")))
                .isTrue();
    }
}
