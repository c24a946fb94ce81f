package io.beanpole.console;

import io.beanpole.console.theme.Theme;
import io.beanpole.console.words.Words;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** The window itself: scene, stylesheet and title. */
final class ConsoleStage {
    private static final double LEAST_WIDTH = 1100;
    private static final double LEAST_HEIGHT = 680;

    private ConsoleStage() {}

    /** Opens the window on the model. */
    static void open(Stage stage, MainViewModel model) {
        var scene = new Scene(new MainWindow(model, () -> model.quit(stage::close)).node());
        scene.getStylesheets().add(Theme.stylesheet());
        stage.setScene(scene);
        stage.getIcons().setAll(ConsoleIcon.inAllSizes());
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        ConnectionKeys.install(scene, model);
        stage.setOnCloseRequest(request -> {
            request.consume();
            model.quit(stage::close);
        });
        stage.setTitle(title(model));
        model.choiceProperty().addListener((choice, before, now) -> stage.setTitle(title(model)));
        stage.show();
    }

    private static String title(MainViewModel model) {
        return Words.of("frame.title", model.connectionName());
    }
}
