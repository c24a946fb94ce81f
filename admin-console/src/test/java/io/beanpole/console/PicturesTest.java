package io.beanpole.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beanpole.console.action.Action;
import io.beanpole.console.screen.ScreenName;
import io.beanpole.console.screen.Workspace;
import io.beanpole.console.theme.Theme;
import io.beanpole.deploy.lane.LaneState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
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
class PicturesTest {
    private static final List<ScreenName> SCREENS = List.of(ScreenName.ENVIRONMENTS, ScreenName.QUEUES);

    @TempDir
    Path settings;

    private OpenConsole console;

    @Start
    void open(Stage stage) {
        var cloud = FakeConnection.busy();
        console = OpenConsole.on(stage, new FakeSource(Optional.of(cloud)), settings.resolve("console.json"));
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void everyScreenCanBeDrawnInBothThemes(FxRobot robot) throws Exception {
        await().until(() -> robot.lookup("#event-table").tryQuery().isPresent());
        WaitForAsyncUtils.asyncFx(() -> workspace().selection().choose("beanpole-local-standard"));
        growAndShrinkTheDepths();

        for (var theme : Theme.values()) {
            for (var screen : SCREENS) {
                console.show(screen, theme);
                var picture = Snapshot.of(console.scene(), screen.id() + "-" + theme.id());
                assertThat(Files.size(picture)).isGreaterThan(20_000);
            }
            WaitForAsyncUtils.asyncFx(() -> {
                console.parts()
                        .notices()
                        .problem(
                                "Reading instances",
                                "Elastic Beanstalk did not answer within 5 seconds. Is the local cloud up?");
                console.parts().actions().perform(Action.SHOW_PALETTE);
            });
            Snapshot.of(console.scene(), "palette-" + theme.id());
            robot.push(KeyCode.ESCAPE);
            Snapshot.of(console.scene(), "banner-" + theme.id());
            WaitForAsyncUtils.asyncFx(() -> console.parts().notices().recovered("Reading instances"));
        }
    }

    @Test
    void theScreensFitASmallWindow(FxRobot robot) {
        await().until(() -> robot.lookup("#event-table").tryQuery().isPresent());
        WaitForAsyncUtils.asyncFx(() -> {
            console.stage().setWidth(1280);
            console.stage().setHeight(800);
            workspace().selection().choose("beanpole-local-standard");
        });
        growAndShrinkTheDepths();

        for (var screen : SCREENS) {
            console.show(screen, Theme.LIGHT);
            Snapshot.of(console.scene(), screen.id() + "-1280x800");
            assertThat(robot.lookup(".table-view .scroll-bar").queryAllAs(ScrollBar.class))
                    .filteredOn(bar -> bar.isVisible() && bar.getOrientation() == Orientation.HORIZONTAL)
                    .isEmpty();
        }
    }

    /** An hour of depths in a moment, so that there is a line to draw. */
    private void growAndShrinkTheDepths() {
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> {
            for (int minute = 60; minute >= 0; minute--) {
                var wave = Math.round(240 + 200 * Math.sin(minute / 9.0) + 3 * (60 - minute) * Math.sin(minute * 1.7));
                List<LaneState> lanes = List.of(
                        lane("express", Math.max(0, wave / 60 - 2), 0, "OK"), lane("standard", wave, 3, "ALARM"));
                workspace().lanes().update(lanes, BusyCloud.NOW.minusSeconds(60L * minute));
            }
        });
    }

    private Workspace workspace() {
        return console.parts().model().workspaceProperty().get().orElseThrow();
    }

    private static LaneState lane(String name, long depth, long dead, String state) {
        var figures = Map.of("depth", depth, "inFlight", Math.min(30, depth / 2), "dead", dead, "instances", 3L);
        return BusyCloud.lane(name, "beanpole-local-" + name, figures, state);
    }
}
