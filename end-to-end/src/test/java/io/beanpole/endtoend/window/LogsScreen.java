package io.beanpole.endtoend.window;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.ListView;

/** The screen Logs. */
public final class LogsScreen {
    private final ConsoleWindow window;

    /** Shows it. */
    public LogsScreen(ConsoleWindow window) {
        this.window = window;
        window.go("logs");
        window.glance().soon("instances", () -> size("#logs-instances") > 0);
    }

    /** Asks for the last lines and waits until they are there. */
    public void tail() {
        window.click("#logs-tail");
        window.confirmIfAsked();
        window.glance().soon("lines of logs", () -> !lines().isEmpty());
    }

    /** Shows only lines with the words, and waits until it does. */
    public void filter(String words) {
        window.click("#logs-filter").write(words);
        window.glance()
                .soon(
                        "only lines with " + words,
                        () -> !lines().isEmpty()
                                && lines().stream()
                                        .allMatch(line ->
                                                line.toLowerCase(Locale.ROOT).contains(words)));
    }

    /** What the lines say that are listed, seen or not. */
    public List<String> lines() {
        return window.robot().lookup("#logs-lines").queryAs(ListView.class).getItems().stream()
                .map(String::valueOf)
                .toList();
    }

    private int size(String list) {
        return window.robot().lookup(list).queryAs(ListView.class).getItems().size();
    }
}
