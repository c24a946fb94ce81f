package io.beanpole.console.environments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beanpole.console.FakeConnection;
import io.beanpole.console.FakeSource;
import io.beanpole.console.OpenConsole;
import io.beanpole.console.control.MarkLabel;
import io.beanpole.console.list.Row;
import io.beanpole.deploy.beanstalk.EnvironmentEvent;
import io.beanpole.deploy.beanstalk.InstanceOverview;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class EnvironmentsViewTest {
    private static final String STANDARD = "beanpole-local-standard";

    @TempDir
    Path directory;

    private final FakeConnection cloud = FakeConnection.busy();
    private OpenConsole console;

    @Start
    void open(Stage stage) {
        console = OpenConsole.on(stage, new FakeSource(Optional.of(cloud)), directory.resolve("console.json"));
    }

    @BeforeEach
    void choose(FxRobot robot) {
        await().until(() -> robot.lookup(STANDARD).tryQuery().isPresent());
        robot.clickOn(STANDARD);
        await().untilAsserted(() -> assertThat(instances(robot).getItems()).hasSize(3));
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void theChosenEnvironmentShowsItsCausesAndStandsInTheChooser(FxRobot robot) {
        assertThat(robot.from(robot.lookup("#causes").queryAll())
                        .lookup(".label")
                        .queryAllAs(Label.class))
                .extracting(Label::getText)
                .containsExactly(
                        "1 of 3 instances has not reported for 24 seconds.",
                        "3.2 % of the requests are failing with HTTP 5xx.");
        assertThat(robot.lookup("#environment-chooser").queryAs(ComboBox.class).getValue())
                .asString()
                .contains(STANDARD);
    }

    @Test
    void aRefreshThatBringsNewsKeepsTheSelectedRow(FxRobot robot) {
        var table = environments(robot);
        var selected = table.getSelectionModel().getSelectedItem();
        var changed = new ArrayList<>(cloud.environments);
        changed.remove(0);
        cloud.environments = changed;

        await().untilAsserted(() -> assertThat(table.getItems()).hasSize(2));

        assertThat(table.getSelectionModel().getSelectedItem()).isSameAs(selected);
        assertThat(table.getSelectionModel().getSelectedIndex()).isZero();
    }

    @Test
    void aNewEventComesInOnTopByItself(FxRobot robot) {
        var events = new ArrayList<>(cloud.events.getOrDefault(STANDARD, new ArrayList<>()));
        events.add(0, new EnvironmentEvent(Instant.parse("2026-11-21T09:42:09Z"), "ERROR", "The pole broke."));
        cloud.events.put(STANDARD, events);

        await().untilAsserted(() ->
                assertThat(events(robot).getItems().get(0).value().message()).isEqualTo("The pole broke."));
        await().untilAsserted(() -> assertThat(
                        robot.from(events(robot)).lookup(".mark").queryAllAs(MarkLabel.class))
                .anySatisfy(mark -> assertThat(mark.getStyleClass()).contains("tone-bad")));
    }

    @Test
    void theFilterLeavesOnlyWhatMatches(FxRobot robot) {
        robot.clickOn("#environment-filter").write("web");

        await().untilAsserted(() -> assertThat(environments(robot).getItems()).hasSize(1));
        assertThat(robot.lookup("beanpole-local-web").queryAll().stream().filter(Node::isVisible))
                .isNotEmpty();
    }

    @Test
    void theChooserInTheTopBarChoosesInTheTable(FxRobot robot) {
        robot.clickOn("#environment-chooser");
        robot.clickOn(robot.lookup(".combo-box-popup .list-cell").nth(2).<Node>query());

        await().untilAsserted(() -> assertThat(environments(robot)
                        .getSelectionModel()
                        .getSelectedItem()
                        .value()
                        .name())
                .isEqualTo("beanpole-local-web"));
        await().untilAsserted(() -> assertThat(instances(robot).getItems()).hasSize(1));
    }

    @SuppressWarnings("unchecked")
    private static TableView<Row<EnvironmentLine>> environments(FxRobot robot) {
        return robot.lookup("#environment-table").queryAs(TableView.class);
    }

    @SuppressWarnings("unchecked")
    private static TableView<Row<InstanceOverview>> instances(FxRobot robot) {
        return robot.lookup("#instance-table").queryAs(TableView.class);
    }

    @SuppressWarnings("unchecked")
    private static TableView<Row<EnvironmentEvent>> events(FxRobot robot) {
        return robot.lookup("#event-table").queryAs(TableView.class);
    }
}
