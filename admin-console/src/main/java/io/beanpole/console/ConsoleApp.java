package io.beanpole.console;

import io.beanpole.console.connection.AwsSource;
import io.beanpole.console.connection.ConnectionSource;
import io.beanpole.console.connection.LocalSource;
import io.beanpole.console.settings.SettingsPlace;
import io.beanpole.deploy.stage.StateDirectory;
import java.nio.file.Path;
import java.time.Clock;
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
        var made = new ConsoleParts(
                source(options, checkout(variables)),
                SettingsPlace.of(variables, System.getProperty("os.name"), Path.of(System.getProperty("user.home"))),
                Platform::runLater,
                Clock.systemDefaultZone());
        parts = made;
        options.screen().ifPresent(made.model().settings().screenProperty()::set);
        new WindowPlacement(stage, made.model().settings()).apply();
        ConsoleStage.open(stage, made.model());
        made.model().start();
    }

    @Override
    public void stop() {
        if (parts != null) {
            parts.close();
        }
    }

    /** Where ./beanpole says that the checkout and its state are; the working directory when started without it. */
    private static StateDirectory checkout(Map<String, String> variables) {
        var home = Path.of(Objects.requireNonNullElse(variables.get("BEANPOLE_HOME"), "."))
                .toAbsolutePath()
                .normalize();
        var state = variables.get("BEANPOLE_STATE");
        return new StateDirectory(home, state == null ? home.resolve(".beanpole") : Path.of(state));
    }

    private static ConnectionSource source(ConsoleOptions options, StateDirectory checkout) {
        return options.profile()
                .<ConnectionSource>map(profile ->
                        new AwsSource(checkout, profile, options.region().orElse("")))
                .orElseGet(() -> new LocalSource(checkout));
    }
}
