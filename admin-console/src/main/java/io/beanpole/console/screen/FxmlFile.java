package io.beanpole.console.screen;

import io.beanpole.console.words.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/** Every FXML file of the console, once. */
public enum FxmlFile {
    MAIN_WINDOW("MainWindow.fxml"),
    STATUS_LINE("StatusLine.fxml"),
    CONFIRMATION("ConfirmationLayer.fxml"),
    CONNECTIONS("ConnectionsLayer.fxml"),
    ENVIRONMENTS("environments/EnvironmentsView.fxml"),
    ENVIRONMENT_DETAIL("environments/DetailPane.fxml"),
    DEPLOY("release/DeployView.fxml"),
    DEPLOY_IMAGES("release/ImagesPane.fxml"),
    DEPLOY_DOCKERRUN("release/DockerrunPane.fxml"),
    DEPLOY_VERSIONS("release/VersionsPane.fxml"),
    DEPLOY_PLAN("release/PlanPane.fxml"),
    DEPLOY_RUN("release/RunPane.fxml"),
    DEPLOY_HISTORY("release/HistoryPane.fxml"),
    DEPLOY_TRAY("release/TrayPane.fxml"),
    SCALING("scaling/ScalingView.fxml"),
    SCALING_TABLES("scaling/TablesPane.fxml"),
    SCALING_WHY("scaling/WhyPane.fxml"),
    SCALING_EDITOR("scaling/EditorPane.fxml"),
    SCALING_TRIAL("scaling/TrialPane.fxml"),
    QUEUES("queues/QueuesView.fxml"),
    LANE_CARD("queues/LaneCard.fxml"),
    DEAD_LETTERS("queues/letters/LettersPane.fxml"),
    DEAD_LETTER("queues/letters/LetterPane.fxml"),
    REDRIVE("queues/letters/RedrivePane.fxml"),
    MESSAGES("queues/timeline/MessagesPane.fxml"),
    ALARMS("alarms/AlarmsView.fxml"),
    ALARM_PANE("alarms/AlarmPane.fxml"),
    LOGS("logs/LogsView.fxml"),
    TIMEOUTS("timeouts/TimeoutsView.fxml");

    private static final String ROOT = "/io/beanpole/console/";

    private final String path;

    FxmlFile(String path) {
        this.path = path;
    }

    /** Loads it with this controller, whose constructor may take what it needs. */
    public Parent load(Object controller) {
        var url = FxmlFile.class.getResource(ROOT + path);
        if (url == null) {
            throw new IllegalStateException(ROOT + path + " is missing from the class path.");
        }
        var loader = new FXMLLoader(url, Words.bundle());
        loader.setController(controller);
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException("Could not load " + path, e);
        }
    }
}
