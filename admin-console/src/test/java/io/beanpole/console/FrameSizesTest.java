package io.beanpole.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beanpole.console.action.Action;
import io.beanpole.console.screen.ScreenName;
import io.beanpole.console.theme.Theme;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class FrameSizesTest {
    @TempDir
    Path directory;

    private OpenConsole console;

    @Start
    void open(Stage stage) {
        console = OpenConsole.on(
                stage, new FakeSource(Optional.of(FakeConnection.busy())), directory.resolve("console.json"));
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void atTwiceTheSizeTheFrameStillFitsTheWindowAndNoWordOfItIsCut(FxRobot robot) {
        await().until(() -> robot.lookup("#environment-table").tryQuery().isPresent());

        for (int step = 0; step < 6; step++) {
            robot.interact(() -> console.parts().actions().perform(Action.ZOOM_IN));
        }
        WaitForAsyncUtils.waitForFxEvents();
        Snapshot.of(console.scene(), "zoom-200");

        assertThat(console.parts().settings().settings().zoomProperty().get()).isEqualTo(200);
        for (var part : new String[] {".top-bar", ".navigation", ".menu-bar"}) {
            var node = robot.lookup(part).query();
            assertThat(node.localToScene(node.getBoundsInLocal()).getMaxX())
                    .as(part)
                    .isLessThanOrEqualTo(console.scene().getWidth() + 1);
            assertThat(robot.from(node).lookup(".text").queryAllAs(Text.class))
                    .as("words in " + part)
                    .filteredOn(text -> Stream.iterate((Node) text, Objects::nonNull, Node::getParent)
                            .allMatch(Node::isVisible))
                    .filteredOn(text -> text.getParent() instanceof Labeled)
                    .noneMatch(text -> !text.getText().equals(((Labeled) text.getParent()).getText()));
        }
        robot.interact(() -> console.parts().actions().perform(Action.ZOOM_RESET));
        assertThat(console.parts().settings().settings().zoomProperty().get()).isEqualTo(100);
    }

    @Test
    void theKeysAreShownAndAnyKeyLeavesThem(FxRobot robot) {
        await().until(() -> robot.lookup("#environment-table").tryQuery().isPresent());
        console.show(ScreenName.QUEUES, Theme.DARK);

        robot.push(KeyCode.F1);
        assertThat(robot.lookup("#shortcuts").query().isVisible()).isTrue();
        Snapshot.of(console.scene(), "shortcuts-dark");
        robot.push(KeyCode.SPACE);
        assertThat(robot.lookup("#shortcuts").query().isVisible()).isFalse();
    }

    @Test
    void aConnectionIsAddedAndRemovedInTheDialog(FxRobot robot) {
        await().until(() -> robot.lookup("#environment-table").tryQuery().isPresent());
        robot.interact(() -> console.parts().actions().perform(Action.CONNECTIONS));

        robot.clickOn("#connection-profile").write("ops");
        robot.clickOn("#connection-region-typed").write("eu-nowhere");
        robot.clickOn("#connection-add");
        assertThat(robot.lookup("#connection-wrong").queryAs(Labeled.class).getText())
                .contains("eu-nowhere");
        assertThat(console.parts().model().connections()).hasSize(1);

        robot.doubleClickOn("#connection-region-typed").write("eu-west-1");
        robot.interact(() ->
                robot.lookup("#connection-region-typed").queryTextInputControl().setText("eu-west-1"));
        robot.clickOn("#connection-add");
        Snapshot.of(console.scene(), "connections-light");
        await().until(() -> console.parts().model().connections().size() == 2);
        assertThat(console.parts().settings().settings().connections().get(1).name())
                .isEqualTo("ops eu-west-1");
        robot.push(KeyCode.ESCAPE);
        assertThat(robot.lookup("#connections").query().isVisible()).isFalse();
    }
}
