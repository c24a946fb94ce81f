package io.beanpole.endtoend.picture;

import io.beanpole.console.ConsoleApp;
import io.beanpole.endtoend.EndToEndException;
import io.beanpole.endtoend.Pause;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javafx.application.Application;
import javafx.application.Platform;

/** Opens the console without a display on the house that runs, and takes a picture of each screen in both themes. */
public final class ConsolePictures {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** For the lines since the window opened to have some length. */
    private static final Duration WATCH = Duration.ofSeconds(45);

    private final DrawnConsole console;
    private final Path directory;

    private ConsolePictures(DrawnConsole console, Path directory) {
        this.console = console;
        this.directory = directory;
    }

    /** Ends the process, because JavaFX would outlive its window. */
    public static void main(String[] arguments) {
        Thread window = new Thread(() -> Application.launch(ConsoleApp.class), "console");
        window.setDaemon(true);
        window.start();
        int exit = 0;
        try {
            new ConsolePictures(DrawnConsole.await(PATIENCE), Path.of(arguments[0])).takeAll();
        } catch (EndToEndException e) {
            System.err.println(e.getMessage());
            exit = 1;
        }
        Platform.exit();
        System.exit(exit);
    }

    private void takeAll() {
        console.awaitContent("#environment-table", PATIENCE);
        Pause.ofMillis(WATCH.toMillis());
        for (String theme : List.of("light", "dark")) {
            console.choose("standard");
            screen("environments", "#event-table", theme);
            console.fire("#nav-scaling");
            console.fireText("15 min");
            screen("scaling", "#alarm-table", theme);
            screen("queues", "#lane-express", theme);
            console.fire("#nav-deploy");
            console.awaitContent("#image-table", PATIENCE);
            console.selectLast("#image-table");
            console.tab("Changes");
            console.tab("History");
            screen("deploy", "#image-table", theme);
            console.fire("#toggle-theme");
        }
    }

    private void screen(String name, String content, String theme) {
        console.fire("#nav-" + name);
        console.awaitContent(content, PATIENCE);
        Pause.ofMillis(4_000); // one more poll of everything that the screen shows
        Path file = directory.resolve(String.format(Locale.ROOT, "console-%s-%s.png", name, theme));
        console.picture(file);
        System.out.println(file);
    }
}
