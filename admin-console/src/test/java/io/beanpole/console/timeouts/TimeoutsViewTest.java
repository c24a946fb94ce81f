package io.beanpole.console.timeouts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beanpole.console.FakeConnection;
import io.beanpole.console.OpenScreen;
import io.beanpole.console.Snapshot;
import io.beanpole.console.theme.Theme;
import io.beanpole.deploy.timeout.Contradiction.Rule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The Timeouts screen in a window without a display, with times that deploy's own rules judge. */
@ExtendWith(ApplicationExtension.class)
class TimeoutsViewTest {
    private static final String WORKER = "beanpole-local-standard";
    private static final String WEB = "beanpole-local-web";

    @TempDir
    Path directory;

    private OpenScreen screen;

    @Start
    private void start(Stage stage) {
        var connection = FakeConnection.busy();
        connection.timeouts = name -> name.equals(WEB) ? StudiedTimes.web(name) : StudiedTimes.worker(name);
        screen = OpenScreen.on(stage, connection, WORKER, TimeoutsView::new);
    }

    @AfterEach
    void close() {
        screen.close();
    }

    @Test
    void contradictionsStandWithTheirRepairAndAProposal(FxRobot robot) {
        var cards = robot.lookup("#timeouts-contradictions").queryAs(VBox.class);
        await().until(() -> cards.getChildren().size() == 3);
        assertThat(robot.lookup("#timeouts-verdict").queryAs(Label.class).getText())
                .isEqualTo("3 contradictions");
        assertThat(robot.lookup("#timeouts-proposal").queryAs(TextArea.class).getText())
                .contains("ErrorVisibilityTimeout: \"15\"");
        assertThat(robot.lookup(".life-strip").queryAll()).hasSize(2);
    }

    @Test
    void aWebEnvironmentHasTimesButNoLife(FxRobot robot) {
        robot.interact(() -> screen.workspace().selection().choose(WEB));

        TableView<?> times = robot.lookup("#timeouts-times").queryTableView();
        await().until(() -> times.getItems().size() == 3);
        assertThat(robot.lookup(".life-strip").queryAll()).isEmpty();
        assertThat(robot.lookup("#timeouts-verdict").queryAs(Label.class).getText())
                .isEqualTo("Everything fits");
        assertThat(robot.lookup("#timeouts-contradictions-title")
                        .queryAs(Label.class)
                        .getText())
                .startsWith("Nothing contradicts: 2 rules");
    }

    @Test
    void theLegendExplainsWhatIsDrawnAndNothingElse(FxRobot robot) {
        var legend = robot.lookup("#timeouts-legend").queryAs(HBox.class);
        await().until(() -> !legend.getChildren().isEmpty());

        var drawn = robot.lookup(".life-strip .life-bar").queryAll().stream()
                .flatMap(bar -> bar.getStyleClass().stream())
                .filter(style -> style.startsWith("life-") && !style.equals("life-bar"))
                .collect(Collectors.toSet());
        var explained = legend.getChildren().stream()
                .flatMap(part -> part.getStyleClass().stream())
                .filter(style -> style.startsWith("life-") && !style.equals("life-bar"))
                .collect(Collectors.toSet());
        assertThat(explained).isEqualTo(drawn);
    }

    @Test
    void everyRuleHasItsSentence() {
        for (var tier : List.of("Worker", "WebServer")) {
            assertThat(new CheckedRules(Rule.of(tier)).getChildren())
                    .hasSameSizeAs(Rule.of(tier))
                    .allMatch(line -> !((Label) line).getText().isBlank());
        }
    }

    @Test
    void theProposalIsSavedAsAFile(FxRobot robot) {
        var model = new TimeoutsViewModel(screen.workspace());
        robot.interact(model::shown);
        await().until(() -> !model.proposal().isEmpty());
        var file = directory.resolve("50-timeouts.config");

        robot.interact(() -> model.save(file));

        await().until(() -> Files.exists(file) && Files.readString(file).startsWith("option_settings:"));
        robot.interact(model::hidden);
    }

    @Test
    void picturesInBothThemes(FxRobot robot) {
        var cards = robot.lookup("#timeouts-contradictions").queryAs(VBox.class);
        await().until(() -> !cards.getChildren().isEmpty());

        assertThat(Files.exists(Snapshot.of(screen.scene().getRoot(), "room-timeouts-light")))
                .isTrue();
        robot.interact(Theme.DARK::apply);
        assertThat(Files.exists(Snapshot.of(screen.scene().getRoot(), "room-timeouts-dark")))
                .isTrue();
    }
}
