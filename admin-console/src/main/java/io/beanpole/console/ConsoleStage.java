package io.beanpole.console;

import io.beanpole.console.theme.Theme;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** The window itself: scene, stylesheet and title. */
final class ConsoleStage {
    private static final double LEAST_WIDTH = 1100;
    private static final double LEAST_HEIGHT = 680;

    private ConsoleStage() {}

    /** Opens the window on the model. */
    static void open(Stage stage, MainViewModel model) {
        var scene = new Scene(new MainWindow(model, stage::close).node());
        scene.getStylesheets().add(Theme.stylesheet());
        stage.setScene(scene);
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setTitle("Beanpole – " + model.connectionName());
        model.workspaceProperty()
                .addListener((workspace, before, now) -> stage.setTitle("Beanpole – " + model.connectionName()));
        stage.show();
    }
}
