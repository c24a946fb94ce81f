package io.beanpole.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beanpole.console.screen.ScreenName;
import io.beanpole.console.theme.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
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
class ConsoleWindowTest {
    @TempDir
    Path directory;

    private final FakeConnection cloud = FakeConnection.busy();
    private final FakeSource source = new FakeSource(Optional.of(cloud));
    private Path settings;
    private OpenConsole console;

    @Start
    void open(Stage stage) throws Exception {
        settings = Files.createTempDirectory(directory, "console").resolve("console.json");
        console = OpenConsole.on(stage, source, settings);
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void whileTheCloudIsAwayTheWindowSaysSoAndKeepsWhatItShowsAndConnectsByItselfWhenOneComesUp(FxRobot robot) {
        awaitShown(robot, "#environment-table");
        await().until(() -> rows(robot) > 0);
        source.put(Optional.empty());
        await().untilAsserted(() -> assertThat(texts(robot))
                .anyMatch(text -> text.startsWith("The local cloud isn't running. ./beanpole up starts it")
                        && text.contains("What is shown was read at ")));
        assertThat(rows(robot)).isPositive();
        assertThat(cloud.closed).isFalse();

        var next = FakeConnection.busy();
        source.put(Optional.of(next));

        await().until(() -> cloud.closed);
        awaitShown(robot, "#environment-table");
        await().untilAsserted(
                        () -> assertThat(texts(robot)).noneMatch(text -> text.startsWith("The local cloud isn't")));
        assertThat(robot.lookup("#connection-name").queryAs(Label.class).getText())
                .isEqualTo("local cloud");
        assertThat(next.closed).isFalse();
    }

    @Test
    void navigationAndShortcutsShowTheScreens(FxRobot robot) {
        awaitShown(robot, "#environment-table");

        robot.clickOn("#nav-queues");
        awaitShown(robot, "#lane-express");
        assertThat(robot.lookup("#environment-table").tryQuery()).isEmpty();

        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        awaitShown(robot, "#environment-table");
        assertThat(robot.lookup("#nav-environments").queryAs(ToggleButton.class).isSelected())
                .isTrue();
    }

    @Test
    void thePaletteFindsAnActionByItsLettersAndDoesIt(FxRobot robot) {
        awaitShown(robot, "#environment-table");

        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("queu");
        robot.push(KeyCode.ENTER);

        awaitShown(robot, "#lane-standard");
        assertThat(robot.lookup("#palette").query().isVisible()).isFalse();
    }

    @Test
    void thePaletteChoosesAnEnvironment(FxRobot robot) {
        awaitShown(robot, "#environment-table");

        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("local-web");
        robot.push(KeyCode.ENTER);

        await().until(
                        () -> console.parts()
                                .settings()
                                .settings()
                                .environmentProperty()
                                .get(),
                        "beanpole-local-web"::equals);
    }

    @Test
    void themeAndScreenAreRememberedForTheNextStart(FxRobot robot) {
        awaitShown(robot, "#environment-table");

        robot.clickOn("#toggle-theme");
        robot.clickOn("#nav-queues");

        await().untilAsserted(() ->
                assertThat(settings).content().contains("\"theme\" : \"dark\"").contains("\"screen\" : \"queues\""));
    }

    @Test
    void aReadingThatFailsIsABannerWithASentenceAndGoesWhenItWorksAgain(FxRobot robot) {
        awaitShown(robot, "#environment-table");

        cloud.outage = Optional.of("Elastic Beanstalk did not answer within 5 seconds.");
        await().untilAsserted(() -> assertThat(texts(robot))
                .contains("Reading the environments doesn't work.")
                .contains("Elastic Beanstalk did not answer within 5 seconds."));

        cloud.outage = Optional.empty();
        await().untilAsserted(() -> assertThat(texts(robot)).doesNotContain("Reading the environments doesn't work."));
    }

    @Test
    void aClockThatIsHoursOffIsSaidAndTimesAreTheClouds(FxRobot robot) {
        awaitShown(robot, "#environment-table");

        cloud.clock.heard(cloud.clock.instant().plus(Duration.ofHours(3)));
        await().untilAsserted(() -> assertThat(texts(robot))
                .anySatisfy(text -> assertThat(text).contains("is 3 h 0 min behind the cloud's")));

        cloud.clock.heard(BusyCloud.NOW);
        await().untilAsserted(() ->
                assertThat(texts(robot)).noneSatisfy(text -> assertThat(text).contains("behind the cloud's")));
    }

    @Test
    void everyControlHasANameForThoseWhoHearTheScreen(FxRobot robot) {
        awaitShown(robot, "#environment-table");
        for (var screen : Screens.names()) {
            console.show(screen, Theme.LIGHT);

            assertThat(controls(console.scene().getRoot()))
                    .isNotEmpty()
                    .allSatisfy(control -> assertThat(name(control))
                            .as("%s on %s", control, screen)
                            .isNotBlank());
        }
    }

    @Test
    void theKeyboardReachesTheTableFromTheFilter(FxRobot robot) {
        awaitShown(robot, "#environment-table");

        robot.push(KeyCode.CONTROL, KeyCode.F);
        assertThat(console.scene().getFocusOwner().getId()).isEqualTo("environment-filter");
        robot.push(KeyCode.TAB);

        assertThat(console.scene().getFocusOwner().getId()).isEqualTo("environment-table");
    }

    @Test
    void closingTheWindowClosesTheConnectionAndEndsAllThreads(FxRobot robot) {
        awaitShown(robot, "#environment-table");

        console.close();

        assertThat(cloud.closed).isTrue();
        await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().matches("(poll|background)-\\d+")
                        || thread.getName().equals("settings")));
    }

    @Test
    void theStartNamesTheScreenThatWasShownLast() {
        assertThat(console.parts().settings().settings().screenProperty().get()).isEqualTo(ScreenName.ENVIRONMENTS);
        assertThat(console.stage().getTitle()).startsWith("Beanpole – local cloud");
    }

    private static void awaitShown(FxRobot robot, String id) {
        await().until(() -> robot.lookup(id).tryQuery().filter(Node::isVisible).isPresent());
    }

    private static int rows(FxRobot robot) {
        return robot.lookup("#environment-table")
                .queryAs(TableView.class)
                .getItems()
                .size();
    }

    private static List<String> texts(FxRobot robot) {
        return robot.lookup(".label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }

    private static List<Node> controls(Parent root) {
        var found = new ArrayList<Node>();
        for (var child : root.getChildrenUnmodifiable()) {
            if (child instanceof TableView
                    || child instanceof ListView
                    || child instanceof TextInputControl
                    || child instanceof ComboBoxBase
                    // whose editor inside is read out under the spinner's name
                    || child instanceof Spinner
                    || child instanceof ButtonBase) {
                found.add(child);
            } else if (child instanceof Parent parent) {
                found.addAll(controls(parent));
            }
        }
        return found;
    }

    private static String name(Node control) {
        if (control.getAccessibleText() != null) {
            return control.getAccessibleText();
        }
        return control instanceof Labeled labeled ? labeled.getText() : "";
    }
}
