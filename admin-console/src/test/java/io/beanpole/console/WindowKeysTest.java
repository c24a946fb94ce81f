package io.beanpole.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beanpole.console.action.Action;
import io.beanpole.console.screen.ScreenName;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class WindowKeysTest {
    @TempDir
    Path directory;

    private final FakeConnection cloud = FakeConnection.busy();
    private OpenConsole console;

    @Start
    void open(Stage stage) {
        console = OpenConsole.on(stage, new FakeSource(Optional.of(cloud)), directory.resolve("console.json"));
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void thePaletteRollsBackFromEveryScreen(FxRobot robot) {
        awaitShown(robot, "#environment-table");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT4);
        awaitShown(robot, "#lane-standard");

        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("roll the env");
        robot.push(KeyCode.ENTER);

        await().until(() ->
                console.parts().settings().settings().screenProperty().get() == ScreenName.DEPLOY);
    }

    @Test
    void thePaletteReachesTheButtonsOfTheShownScreen(FxRobot robot) {
        awaitShown(robot, "#environment-table");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT4);
        awaitShown(robot, "#lane-standard");

        robot.push(KeyCode.CONTROL, KeyCode.K);

        var titles = robot.lookup("#palette-list").queryListView().getItems().stream()
                .map(Object::toString)
                .toList();
        assertThat(titles).anyMatch(title -> title.contains("on Queues"));
    }

    @Test
    void whatIsCopiedLeadsToTheCloudThatIsShown(FxRobot robot) {
        awaitShown(robot, "#environment-table");

        robot.interact(() -> console.parts().actions().perform(Action.COPY_AS_AWS));

        var copied = new AtomicReference<String>();
        robot.interact(() -> copied.set(Clipboard.getSystemClipboard().getString()));
        assertThat(copied.get())
                .startsWith("aws --endpoint-url http://127.0.0.1:4566 --region eu-central-2 elasticbeanstalk");
        assertThat(console.parts().notices().newsProperty().get()).contains(copied.get());
    }

    @Test
    void thePaletteCopiesWhatTheScreenShowsAsACommandOfBeanpole(FxRobot robot) {
        awaitShown(robot, "#environment-table");

        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("copy as ./bean");
        robot.push(KeyCode.ENTER);

        var copied = new AtomicReference<String>();
        robot.interact(() -> copied.set(Clipboard.getSystemClipboard().getString()));
        assertThat(copied.get()).startsWith("./beanpole ");
        assertThat(console.parts().notices().newsProperty().get()).contains(copied.get());
    }

    @Test
    void f6GoesRoundThePartsOfTheWindowAndBack(FxRobot robot) {
        awaitShown(robot, "#environment-table");
        robot.interact(() -> robot.lookup("#connection-switcher").query().requestFocus());

        robot.push(KeyCode.F6);
        assertThat(console.scene().getFocusOwner().getId()).startsWith("nav-");
        robot.push(KeyCode.F6);
        assertThat(isInside(robot, "#content")).isTrue();
        robot.push(KeyCode.SHIFT, KeyCode.F6);
        assertThat(console.scene().getFocusOwner().getId()).startsWith("nav-");
    }

    private boolean isInside(FxRobot robot, String part) {
        var outer = robot.lookup(part).query();
        for (Node node = console.scene().getFocusOwner(); node != null; node = node.getParent()) {
            if (node == outer) {
                return true;
            }
        }
        return false;
    }

    private static void awaitShown(FxRobot robot, String id) {
        await().until(() -> robot.lookup(id).tryQuery().filter(Node::isVisible).isPresent());
    }
}
