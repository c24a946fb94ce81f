package io.beanpole.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beanpole.console.alarms.BusyBoard;
import io.beanpole.console.release.ReleaseDesk;
import io.beanpole.console.scaling.BusyHour;
import io.beanpole.console.screen.ScreenName;
import io.beanpole.console.timeouts.StudiedTimes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Every screen at every size that people use: no button loses a letter, and nothing lies outside the window. */
@ExtendWith(ApplicationExtension.class)
class ScreensFitTest {
    private static final List<Size> SIZES = List.of(
            new Size(100, 1440, 900), new Size(150, 1440, 900), new Size(200, 1440, 900), new Size(100, 1280, 720));

    /** What a person can scroll to, or choose in the menu of the tabs, may lie beyond the edge. */
    private static final Set<String> SCROLLED = Set.of("scroll-pane", "table-view", "list-view", "tab-header-area");

    @TempDir
    Path directory;

    private OpenConsole console;

    @Start
    void open(Stage stage) {
        var cloud = ReleaseDesk.connection();
        cloud.scaling = (environment, back) -> BusyHour.at(BusyCloud.NOW, environment);
        cloud.timeouts = StudiedTimes::worker;
        cloud.alarms = BusyBoard.fill(new FakeAlarms());
        console = OpenConsole.on(stage, new FakeSource(Optional.of(cloud)), directory.resolve("console.json"));
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void noButtonLosesALetterAndNothingLiesOutside(FxRobot robot) {
        await().until(() -> robot.lookup("#event-table").tryQuery().isPresent());
        robot.interact(() -> console.parts()
                .model()
                .workspaceProperty()
                .get()
                .orElseThrow()
                .selection()
                .choose("beanpole-local-standard"));
        var wrong = new ArrayList<String>();

        for (var size : SIZES) {
            robot.interact(() -> show(size));
            for (var screen : ScreenName.values()) {
                robot.interact(() -> everyTab(
                        screen, () -> look().forEach(what -> wrong.add(screen + " at " + size + ": " + what))));
            }
        }

        assertThat(wrong).isEmpty();
    }

    private void show(Size size) {
        console.stage().setWidth(size.width);
        console.stage().setHeight(size.height);
        console.parts().settings().settings().zoomProperty().set(size.percent);
    }

    private void everyTab(ScreenName screen, Runnable look) {
        console.parts().actions().perform(screen.action());
        look.run();
        for (var pane : shown().filter(TabPane.class::isInstance)
                .map(TabPane.class::cast)
                .toList()) {
            for (int next = 1; next < pane.getTabs().size(); next++) {
                pane.getSelectionModel().select(next);
                look.run();
            }
            pane.getSelectionModel().selectFirst();
        }
    }

    /** What is wrong with what is shown now. */
    private List<String> look() {
        var root = console.scene().getRoot();
        root.applyCss();
        root.layout();
        return shown().flatMap(node -> Stream.concat(cut(node), outside(node))).toList();
    }

    private static Stream<String> cut(Node node) {
        return node instanceof Labeled labeled && (labeled instanceof ButtonBase || isTab(labeled))
                ? rendered(labeled)
                        .filter(text -> !text.equals(labeled.getText()))
                        .map(text -> labeled.getText() + " is cut to " + text)
                        .stream()
                : Stream.empty();
    }

    private Stream<String> outside(Node node) {
        if (!(node instanceof Control) || isScrolled(node)) {
            return Stream.empty();
        }
        var window = new BoundingBox(
                -1, -1, console.scene().getWidth() + 2, console.scene().getHeight() + 2);
        var place = node.localToScene(node.getLayoutBounds());
        return place.isEmpty() || window.contains(place) ? Stream.empty() : Stream.of(node + " is outside at " + place);
    }

    private static Optional<String> rendered(Labeled labeled) {
        return labeled.getChildrenUnmodifiable().stream()
                .filter(child -> child instanceof Text && child != labeled.getGraphic())
                .map(text -> ((Text) text).getText())
                .findFirst();
    }

    private static boolean isTab(Labeled labeled) {
        return labeled.getStyleClass().contains("tab-label");
    }

    private static boolean isScrolled(Node node) {
        return Stream.iterate(node.getParent(), Objects::nonNull, Node::getParent)
                .anyMatch(parent -> parent.getStyleClass().stream().anyMatch(SCROLLED::contains));
    }

    private Stream<Node> shown() {
        return below(console.scene().getRoot()).toList().stream();
    }

    private static Stream<Node> below(Node node) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        return node instanceof Parent parent
                ? Stream.concat(
                        Stream.of(node),
                        parent.getChildrenUnmodifiable().stream().flatMap(ScreensFitTest::below))
                : Stream.of(node);
    }

    /** How large everything is, in percent, in a window of so many pixels. */
    private record Size(int percent, int width, int height) {}
}
