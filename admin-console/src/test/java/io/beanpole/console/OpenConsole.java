package io.beanpole.console;

import io.beanpole.console.connection.ConnectionSource;
import io.beanpole.console.connection.ConnectionSources;
import io.beanpole.console.screen.ScreenName;
import io.beanpole.console.theme.Theme;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;

/** The whole window on a cloud of the test, for tests and pictures of any screen. */
public final class OpenConsole implements AutoCloseable {
    private final Stage stage;
    private final ConsoleParts parts;

    private OpenConsole(Stage stage, ConsoleParts parts) {
        this.stage = stage;
        this.parts = parts;
    }

    /** Opens it; to be called on the window's thread. */
    public static OpenConsole on(Stage stage, ConnectionSource source, Path settings) {
        return on(stage, choice -> source, settings);
    }

    /** The same for several connections, which the settings' file has set up. */
    public static OpenConsole on(Stage stage, ConnectionSources sources, Path settings) {
        var clock = Clock.fixed(BusyCloud.NOW, ZoneId.of("Europe/Zurich"));
        var parts = new ConsoleParts(sources, settings, Platform::runLater, clock, ConsoleStart.PLAIN);
        parts.settings().settings().themeOfSystemProperty().set(false);
        stage.setX(0);
        stage.setY(0);
        ConsoleStage.open(stage, parts.model());
        stage.setWidth(1440);
        stage.setHeight(900);
        parts.model().start();
        return new OpenConsole(stage, parts);
    }

    /** All of the window, for a picture. */
    public Scene scene() {
        return stage.getScene();
    }

    public Stage stage() {
        return stage;
    }

    /** Dresses the window and shows a screen. */
    public void show(ScreenName screen, Theme theme) {
        WaitForAsyncUtils.asyncFx(() -> {
            parts.model().settings().themeProperty().set(theme);
            parts.model().actions().perform(screen.action());
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    ConsoleParts parts() {
        return parts;
    }

    /** Ends all of it, as closing the window does. */
    @Override
    public void close() {
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> {
            stage.hide();
            parts.close();
        });
    }
}
