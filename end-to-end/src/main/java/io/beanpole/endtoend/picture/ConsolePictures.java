package io.beanpole.endtoend.picture;

import io.beanpole.console.ConsoleApp;
import io.beanpole.console.guard.CloudKind;
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
            scaling(theme);
            screen("queues", "#lane-express", theme);
            letters(theme);
            alarms(theme);
            logs(theme);
            screen("timeouts", "#timeouts-times", theme);
            deploy(theme);
            production(theme);
            console.fire("#find-action");
            picture("palette", theme);
            console.escape();
            console.fire("#toggle-theme");
        }
    }

    private void scaling(String theme) {
        console.fire("#nav-scaling");
        console.fireText("15 min");
        screen("scaling", "#alarm-table", theme);
        console.fire("#scaling-edit");
        console.awaitEnabled("#trial-run", PATIENCE);
        console.fire("#trial-run");
        console.awaitContent("#trial-results", PATIENCE);
        picture("trial", theme);
        console.fire("#scaling-edit");
    }

    /** The letters of a look are kept, so that only the first picture costs one. */
    private void letters(String theme) {
        console.fire("#lane-standard #open-letters");
        console.awaitEnabled("#look", PATIENCE);
        if (!console.isFull("#letter-groups")) {
            console.fire("#look");
        }
        console.awaitContent("#letter-groups", PATIENCE);
        console.selectFirst("#letter-groups");
        console.awaitContent("#letter-table", PATIENCE);
        console.selectFirst("#letter-table");
        picture("letters", theme);
        console.tab("Lanes");
    }

    /** From an alarm it is one step to the moment at which it was raised. */
    private void alarms(String theme) {
        console.fire("#nav-alarms");
        console.awaitContent("#alarm-board", PATIENCE);
        console.selectFirst("#alarm-board");
        screen("alarms", "#alarm-board", theme);
        console.awaitEnabled("#alarm-to-scaling", PATIENCE);
        console.fire("#alarm-to-scaling");
        console.awaitContent("#scaling-entries", PATIENCE);
        picture("why", theme);
        console.fire("#scaling-now");
        console.tab("Alarms");
    }

    /** Lines have to be asked for. */
    private void logs(String theme) {
        console.fire("#nav-logs");
        console.awaitEnabled("#logs-tail", PATIENCE);
        console.fire("#logs-tail");
        screen("logs", "#logs-lines", theme);
    }

    /** With the question that comes before every change; it is answered with no. */
    private void deploy(String theme) {
        console.choose("web");
        console.fire("#nav-deploy");
        console.awaitContent("#image-table", PATIENCE);
        console.selectLast("#image-table");
        console.tab("Changes");
        console.tab("History");
        screen("deploy", "#image-table", theme);
        console.awaitEnabled("#rollback-button", PATIENCE);
        console.fire("#rollback-button");
        console.awaitContent("#confirm", PATIENCE);
        picture("confirmation", theme);
        console.fire("#cancel");
    }

    /** The same cloud, called production for the time of a picture. */
    private void production(String theme) {
        treatAs(CloudKind.PRODUCTION);
        console.fire("#rollback-button");
        console.awaitContent("#confirm", PATIENCE);
        picture("production", theme);
        console.fire("#cancel");
        treatAs(CloudKind.LOCAL);
    }

    private void treatAs(CloudKind kind) {
        console.menu("Connections");
        console.awaitContent("#connection-choices", PATIENCE);
        console.pick("#connection-choices .choice-box", kind.ordinal());
        console.fire("#connections-close");
        console.awaitEnabled("#rollback-button", PATIENCE);
    }

    private void screen(String name, String content, String theme) {
        console.fire("#nav-" + name);
        console.awaitContent(content, PATIENCE);
        picture(name, theme);
    }

    private void picture(String name, String theme) {
        Pause.ofMillis(4_000); // one more poll of everything that the screen shows
        Path file = directory.resolve(String.format(Locale.ROOT, "console-%s-%s.png", name, theme));
        console.picture(file);
        System.out.println(file);
    }
}
