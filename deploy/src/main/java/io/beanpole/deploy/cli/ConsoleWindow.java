package io.beanpole.deploy.cli;

import io.beanpole.deploy.Progress;
import io.beanpole.deploy.stage.StateDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** The console as a process beside this one, where there is a display to show it on. */
final class ConsoleWindow {
    private static final String LOG = "console.log";
    private static final String PID = "console.pid";

    private final StateDirectory directory;
    private final Map<String, String> variables;

    ConsoleWindow(StateDirectory directory, Map<String, String> variables) {
        this.directory = directory;
        this.variables = variables;
    }

    /** Opens it and leaves it to itself; it reconnects when the local cloud comes and goes. */
    void open(Progress progress) {
        Path script = directory.root().resolve("beanpole");
        if (!hasDisplay() || !Files.isExecutable(script) || hasNoKnownEnd()) {
            return;
        }
        Path log = directory.state().resolve(LOG);
        try {
            Process window = new ProcessBuilder(script.toString(), "console")
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Files.writeString(directory.state().resolve(PID), Long.toString(window.pid()));
            progress.say("The console opens; what it says of itself is in " + log + ".");
        } catch (IOException e) {
            progress.say("The console could not be opened: " + e.getMessage() + " ./beanpole console tries again.");
        }
    }

    /** A second `up` doesn't open a second window. */
    private boolean hasNoKnownEnd() {
        try {
            long pid = Long.parseLong(
                    Files.readString(directory.state().resolve(PID)).strip());
            return ProcessHandle.of(pid)
                    .flatMap(process -> process.info().commandLine())
                    .filter(line -> line.contains("console"))
                    .isPresent();
        } catch (IOException | NumberFormatException e) {
            return false;
        }
    }

    private boolean hasDisplay() {
        return Stream.of("DISPLAY", "WAYLAND_DISPLAY")
                .anyMatch(name -> !variables.getOrDefault(name, "").isEmpty());
    }
}
