package io.beanpole.console.queues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beanpole.console.FakeConnection;
import io.beanpole.console.FakeSource;
import io.beanpole.console.OpenConsole;
import io.beanpole.console.screen.ScreenName;
import io.beanpole.console.theme.Theme;
import io.beanpole.deploy.lane.TestTask;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
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
class QueuesViewTest {
    @TempDir
    Path directory;

    private final FakeConnection cloud = FakeConnection.busy();
    private OpenConsole console;

    @Start
    void open(Stage stage) {
        console = OpenConsole.on(stage, new FakeSource(Optional.of(cloud)), directory.resolve("console.json"));
    }

    @BeforeEach
    void show(FxRobot robot) {
        await().until(() -> !robot.lookup("#nav-queues").query().isDisabled());
        console.show(ScreenName.QUEUES, Theme.LIGHT);
        await().until(() -> robot.lookup("#lane-standard").tryQuery().isPresent());
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void theLanesStandSideBySideTheMostUrgentFirstAndEquallyWide(FxRobot robot) {
        var express = robot.lookup("#lane-express").queryAs(Region.class);
        var standard = robot.lookup("#lane-standard").queryAs(Region.class);

        await().untilAsserted(
                        () -> assertThat(standard.getWidth()).isGreaterThan(300).isEqualTo(express.getWidth()));
        assertThat(express.getLayoutX()).isLessThan(standard.getLayoutX());
    }

    @Test
    void deadLettersStandOutOnlyWhereThereAreSome(FxRobot robot) {
        var alarming = PseudoClass.getPseudoClass("alarming");

        assertThat(in(robot, "#lane-standard", ".dead-letters").getPseudoClassStates())
                .contains(alarming);
        assertThat(in(robot, "#lane-express", ".dead-letters").getPseudoClassStates())
                .doesNotContain(alarming);
    }

    @Test
    void aTestTaskIsFollowedToItsEnd(FxRobot robot) {
        cloud.lanes.progress = task -> new TestTask(
                task.id(), task.laneName(), task.submittedAt(), "SUCCEEDED", Optional.of(Duration.ofMillis(400)), true);

        robot.clickOn(in(robot, "#lane-express", "#send-test-task"));
        robot.clickOn("#confirm");

        await().untilAsserted(() -> assertThat(((Label) in(robot, "#lane-express", "#test-task-state")).getText())
                .isEqualTo("QUEUED → SUCCEEDED, waited 0.4 s"));
        assertThat(in(robot, "#lane-express", "#send-test-task").isDisabled()).isFalse();
    }

    @Test
    void whereNoTestTaskCanBeSentTheScreenSaysWhy(FxRobot robot) {
        cloud.lanes.whyNoTestTask = Optional.of("deployment.yml has no testTask.");
        console.show(ScreenName.ENVIRONMENTS, Theme.LIGHT);
        console.show(ScreenName.QUEUES, Theme.LIGHT);

        await().untilAsserted(() -> assertThat(
                        robot.lookup("#why-no-test-task").queryAs(Label.class).getText())
                .isEqualTo("deployment.yml has no testTask."));
        assertThat(robot.lookup("#send-test-task").queryAllAs(Button.class)).allMatch(Node::isDisabled);
    }

    @Test
    void withoutLanesTheScreenSaysWhatMakesThem(FxRobot robot) {
        cloud.lanes.states = List.of();

        await().until(() -> robot.lookup("#lane-express").tryQuery().isEmpty());
        assertThat(robot.lookup("#queues-nothing").query().isVisible()).isTrue();
    }

    private static Node in(FxRobot robot, String lane, String wanted) {
        return robot.from(robot.lookup(lane).queryAll()).lookup(wanted).query();
    }
}
