package io.beanpole.console.theme;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * What the desktop says of light and dark. JavaFX 21 doesn't know it (Platform.Preferences came with 22), so the desktop's
 * own command is asked: GNOME's and the other portals' setting, macOS's defaults, Windows' registry.
 */
public final class SystemTheme {
    private static final int SECONDS = 2;

    private SystemTheme() {}

    /** Asks; empty where the desktop doesn't say. Blocks, for two seconds at most. */
    public static Optional<Theme> ask() {
        return ask(System.getProperty("os.name"), SystemTheme::told);
    }

    /** @param shell what a command prints, in small letters; empty where it fails */
    static Optional<Theme> ask(String operatingSystem, Function<List<String>, Optional<String>> shell) {
        var system = operatingSystem.toLowerCase(Locale.ROOT);
        if (system.startsWith("mac")) {
            // Fails while the desktop is light: the key is only there when it is dark.
            return Optional.of(shell.apply(List.of("defaults", "read", "-g", "AppleInterfaceStyle"))
                    .filter(answer -> answer.contains("dark"))
                    .map(dark -> Theme.DARK)
                    .orElse(Theme.LIGHT));
        }
        if (system.startsWith("windows")) {
            return shell.apply(List.of(
                            "reg",
                            "query",
                            "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize",
                            "/v",
                            "AppsUseLightTheme"))
                    .map(answer -> answer.contains("0x0") ? Theme.DARK : Theme.LIGHT);
        }
        return shell.apply(List.of("gsettings", "get", "org.gnome.desktop.interface", "color-scheme"))
                .map(answer -> answer.contains("dark") ? Theme.DARK : Theme.LIGHT);
    }

    /** What the command printed, in small letters; empty if it isn't there, fails or takes too long. */
    static Optional<String> told(List<String> command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.PIPE)
                    .start();
            try {
                process.getOutputStream().close();
                if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                    return Optional.empty();
                }
                var answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                return Optional.of(answer.toLowerCase(Locale.ROOT));
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            // A desktop without this command says nothing of light and dark.
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
