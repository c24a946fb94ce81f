package io.beanpole.console.screen;

import java.io.IOException;
import java.io.UncheckedIOException;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/** Every FXML file of the console, once. */
public enum FxmlFile {
    MAIN_WINDOW("MainWindow.fxml"),
    ENVIRONMENTS("environments/EnvironmentsView.fxml"),
    DEPLOY("release/DeployView.fxml"),
    DEPLOY_IMAGES("release/ImagesPane.fxml"),
    DEPLOY_DOCKERRUN("release/DockerrunPane.fxml"),
    DEPLOY_RUN("release/RunPane.fxml"),
    SCALING("scaling/ScalingView.fxml"),
    QUEUES("queues/QueuesView.fxml"),
    LANE_CARD("queues/LaneCard.fxml");

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
        var loader = new FXMLLoader(url);
        loader.setController(controller);
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException("Could not load " + path, e);
        }
    }
}
