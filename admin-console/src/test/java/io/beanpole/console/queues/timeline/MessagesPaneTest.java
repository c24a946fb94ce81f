package io.beanpole.console.queues.timeline;

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
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class MessagesPaneTest {
    @TempDir
    Path directory;

    private final FakeConnection cloud = FakeConnection.busy();
    private OpenConsole console;

    @Start
    void open(Stage stage) {
        MessageLives.tell(cloud);
        console = OpenConsole.on(stage, new FakeSource(Optional.of(cloud)), directory.resolve("console.json"));
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void aLaneLeadsToItsMessagesAndAMessageToItsLife(FxRobot robot) {
        await().until(() -> !robot.lookup("#nav-queues").query().isDisabled());
        console.show(ScreenName.QUEUES, Theme.LIGHT);
        await().until(() -> robot.lookup("#lane-standard").tryQuery().isPresent());
        Snapshot.of(console.scene(), "queues-lanes-light");

        robot.clickOn(robot.from(robot.lookup("#lane-standard").queryAll())
                .lookup("#open-messages")
                .<Node>query());
        robot.clickOn("#message-id").write(MessageLives.DEAD).clickOn("#find-message");

        await().until(() -> robot.lookup(".event").queryAll().size() == 6);
        assertThat(robot.lookup("#timeline-title").queryAs(Label.class).getText())
                .isEqualTo(MessageLives.DEAD);
        Snapshot.of(console.scene(), "queues-messages-light");
        console.show(ScreenName.QUEUES, Theme.DARK);
        Snapshot.of(console.scene(), "queues-messages-dark");
    }
}
