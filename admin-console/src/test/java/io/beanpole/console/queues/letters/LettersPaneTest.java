package io.beanpole.console.queues.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beanpole.console.FakeConnection;
import io.beanpole.console.FakeSource;
import io.beanpole.console.OpenConsole;
import io.beanpole.console.Snapshot;
import io.beanpole.console.screen.ScreenName;
import io.beanpole.console.theme.Theme;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
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
class LettersPaneTest {
    @TempDir
    Path directory;

    private final FakeConnection cloud = FakeConnection.busy();
    private OpenConsole console;

    @Start
    void open(Stage stage) {
        cloud.letters
                .with(2, "clip", "the clip has no video stream")
                .with(1, "thumbnail", "timed out after 30 s while reading the first frame");
        console = OpenConsole.on(stage, new FakeSource(Optional.of(cloud)), directory.resolve("console.json"));
    }

    @BeforeEach
    void show(FxRobot robot) {
        await().until(() -> !robot.lookup("#nav-queues").query().isDisabled());
        console.show(ScreenName.QUEUES, Theme.LIGHT);
        await().until(() ->
                robot.lookup("#lane-standard #open-letters").tryQuery().isPresent());
        robot.clickOn("#lane-standard #open-letters");
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void aLookShowsCausesLettersAndOneBodyAndTheRedriveSendsThemBack(FxRobot robot) {
        assertThat(robot.lookup("#redrive-place").query().isVisible())
                .as("the bar that sends back, before anybody looked")
                .isFalse();
        assertThat(robot.lookup("#look-cost").queryAs(Label.class).getText()).contains("raises the receive count");

        robot.clickOn("#look");
        await().until(() -> robot.lookup("#letter-table")
                        .queryAs(TableView.class)
                        .getItems()
                        .size()
                == 3);
        await().until(() ->
                robot.lookup("#letter-body").queryAs(TextArea.class).getText().contains("holiday.mp4"));
        Snapshot.of(console.scene(), "queues-letters-light");
        console.show(ScreenName.QUEUES, Theme.DARK);
        Snapshot.of(console.scene(), "queues-letters-dark");
        assertThat(robot.lookup("#purge").queryAs(Button.class).getText()).isEqualTo("Delete these 3 ...");
        robot.clickOn("#redrive");
        robot.clickOn("#confirm");

        await().untilAsserted(() -> assertThat(
                        robot.lookup("#redrive-state").queryAs(Label.class).getText())
                .startsWith("3 messages were sent back"));
        assertThat(cloud.letters.there).isEmpty();
    }

    @Test
    void everythingHasRoomInASmallWindow(FxRobot robot) {
        robot.interact(() -> {
            console.stage().setWidth(1280);
            console.stage().setHeight(720);
        });
        robot.clickOn("#look");
        await().until(() ->
                robot.lookup("#letter-body").queryAs(TextArea.class).getText().contains("holiday.mp4"));

        Snapshot.of(console.scene(), "queues-letters-small");

        var redrive = robot.lookup("#redrive").query();
        assertThat(redrive.localToScene(redrive.getBoundsInLocal()).getMaxY()).isLessThan(720);
        assertThat(robot.lookup("#letter-body").queryAs(TextArea.class).getHeight())
                .isGreaterThan(55);
    }
}
