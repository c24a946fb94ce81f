package io.beanpole.console;

import io.beanpole.console.settings.Settings;
import io.beanpole.console.settings.WindowBounds;
import javafx.beans.InvalidationListener;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Opens the window where it stood last, if a screen is still there, and remembers where it goes. */
final class WindowPlacement {
    private final Stage stage;
    private final Settings settings;

    WindowPlacement(Stage stage, Settings settings) {
        this.stage = stage;
        this.settings = settings;
    }

    void apply() {
        var bounds = settings.windowProperty().get();
        stage.setWidth(bounds.width());
        stage.setHeight(bounds.height());
        if (bounds.isPlaced() && isOnAScreen(bounds)) {
            stage.setX(bounds.x());
            stage.setY(bounds.y());
        }
        stage.setMaximized(bounds.isMaximized());
        InvalidationListener moved = property -> remember();
        stage.xProperty().addListener(moved);
        stage.yProperty().addListener(moved);
        stage.widthProperty().addListener(moved);
        stage.heightProperty().addListener(moved);
        stage.maximizedProperty().addListener(moved);
    }

    private static boolean isOnAScreen(WindowBounds bounds) {
        return !Screen.getScreensForRectangle(bounds.x(), bounds.y(), bounds.width(), bounds.height())
                .isEmpty();
    }

    /** A maximized window keeps the bounds to which it shall shrink. */
    private void remember() {
        if (!stage.isShowing()) {
            return;
        }
        var before = settings.windowProperty().get();
        settings.windowProperty()
                .set(
                        stage.isMaximized()
                                ? new WindowBounds(before.x(), before.y(), before.width(), before.height(), true)
                                : new WindowBounds(
                                        stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false));
    }
}
