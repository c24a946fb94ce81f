package io.beanpole.console.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Where this person's settings lie: with the state of the checkout, else where the system keeps configuration. */
public final class SettingsPlace {
    private static final String FILE = "console.json";

    private SettingsPlace() {}

    /**
     * The file of the settings.
     *
     * @param environment the variables of the process: BEANPOLE_SETTINGS, which names the folder, else BEANPOLE_STATE,
     *     XDG_CONFIG_HOME, APPDATA
     */
    public static Path of(Map<String, String> environment, String operatingSystem, Path home) {
        var settings = environment.get("BEANPOLE_SETTINGS");
        if (settings != null && !settings.isBlank()) {
            return Path.of(settings).resolve(FILE);
        }
        var state = environment.get("BEANPOLE_STATE");
        if (state != null && !state.isBlank()) {
            return Path.of(state).resolve(FILE);
        }
        return configuration(environment, operatingSystem.toLowerCase(Locale.ROOT), home)
                .resolve("beanpole")
                .resolve(FILE);
    }

    private static Path configuration(Map<String, String> environment, String system, Path home) {
        if (system.startsWith("windows")) {
            return Path.of(Objects.requireNonNullElse(
                    environment.get("APPDATA"),
                    home.resolve("AppData").resolve("Roaming").toString()));
        }
        if (system.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support");
        }
        var xdg = environment.get("XDG_CONFIG_HOME");
        return xdg == null || xdg.isBlank() ? home.resolve(".config") : Path.of(xdg);
    }
}
