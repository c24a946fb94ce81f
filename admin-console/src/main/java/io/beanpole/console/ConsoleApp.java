package io.beanpole.console;

import io.beanpole.console.connection.CheckoutSources;
import io.beanpole.console.connection.ConnectionOffers;
import io.beanpole.console.settings.SettingsPlace;
import io.beanpole.deploy.stage.StateDirectory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The console as a JavaFX application: makes its parts, opens the window, ends everything with it. */
public final class ConsoleApp extends Application {
    private @Nullable ConsoleParts parts;

    @Override
    public void start(Stage stage) {
        var options = ConsoleOptions.parse(getParameters().getRaw());
        var variables = System.getenv();
        var checkout = checkout(variables);
        var made = new ConsoleParts(
                new CheckoutSources(checkout),
                SettingsPlace.of(variables, System.getProperty("os.name"), Path.of(System.getProperty("user.home"))),
                Platform::runLater,
                Clock.system(ZoneId.systemDefault()),
                options.start(new ConnectionOffers(checkout)));
        parts = made;
        new WindowPlacement(stage, made.model().settings()).apply();
        made.model().start(); // it connects while the window is made
        ConsoleStage.open(stage, made.model());
        if (options.isCheck()) {
            new StartCheck(made.model(), Launcher::tell, this::end).begin(stage);
        }
    }

    @Override
    public void stop() {
        if (parts != null) {
            parts.close();
        }
    }

    /** The process would not end by itself with the status that is wanted. */
    private void end(int status) {
        stop();
        System.exit(status);
    }

    /** Where ./beanpole says that the checkout and its state are; the working directory when started without it. */
    private static StateDirectory checkout(Map<String, String> variables) {
        var home = Path.of(Objects.requireNonNullElse(variables.get("BEANPOLE_HOME"), "."))
                .toAbsolutePath()
                .normalize();
        var state = variables.get("BEANPOLE_STATE");
        return new StateDirectory(home, state == null ? home.resolve(".beanpole") : Path.of(state));
    }
}
