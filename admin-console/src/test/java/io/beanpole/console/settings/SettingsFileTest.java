package io.beanpole.console.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beanpole.console.RecordedNotices;
import io.beanpole.console.screen.ScreenName;
import io.beanpole.console.theme.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
    private static final Duration SOON = Duration.ofMillis(20);
    private static final Duration NEVER = Duration.ofDays(1);

    @TempDir
    Path directory;

    private final RecordedNotices notices = new RecordedNotices();

    @Test
    void whatIsChangedIsThereAtTheNextStart() {
        var bounds = new WindowBounds(40, 50, 1300, 820, true);
        try (var file = file(NEVER)) {
            file.settings().themeProperty().set(Theme.DARK);
            file.settings().screenProperty().set(ScreenName.QUEUES);
            file.settings().environmentProperty().set("beanpole-local-web");
            file.settings().windowProperty().set(bounds);
        }

        try (var file = file(NEVER)) {
            assertThat(file.settings().themeProperty().get()).isEqualTo(Theme.DARK);
            assertThat(file.settings().screenProperty().get()).isEqualTo(ScreenName.QUEUES);
            assertThat(file.settings().environmentProperty().get()).isEqualTo("beanpole-local-web");
            assertThat(file.settings().windowProperty().get()).isEqualTo(bounds);
        }
    }

    @Test
    void aChangeIsSavedAMomentLaterAndLeavesNoTemporaryFile() throws Exception {
        try (var file = file(SOON)) {
            file.settings().themeProperty().set(Theme.DARK);

            await().untilAsserted(() -> assertThat(path()).content().contains("\"dark\""));
        }
        try (var left = Files.list(path().getParent())) {
            assertThat(left).containsExactly(path());
        }
    }

    @Test
    void aFileThatIsNoJsonIsSaidAndTheDefaultsHold() throws Exception {
        Files.createDirectories(path().getParent());
        Files.writeString(path(), "{ theme");

        try (var file = file(NEVER)) {
            assertThat(file.settings().themeProperty().get()).isEqualTo(Theme.LIGHT);
        }

        assertThat(notices.problems())
                .hasEntrySatisfying(
                        "Keeping the settings",
                        sentence -> assertThat(sentence)
                                .contains("could not be read, so the console starts with its defaults"));
    }

    @Test
    void valuesThatNobodyKnowsAreLeftOut() throws Exception {
        Files.createDirectories(path().getParent());
        Files.writeString(path(), "{\"theme\": \"purple\", \"screen\": \"queues\", \"window\": {\"width\": -3}}");

        try (var file = file(NEVER)) {
            assertThat(file.settings().themeProperty().get()).isEqualTo(Theme.LIGHT);
            assertThat(file.settings().screenProperty().get()).isEqualTo(ScreenName.QUEUES);
            assertThat(file.settings().windowProperty().get()).isEqualTo(WindowBounds.UNPLACED);
        }
        assertThat(notices.problems()).isEmpty();
    }

    @Test
    void settingsLieWithTheStateOfTheCheckoutElseWhereTheSystemKeepsThem() {
        var home = Path.of("/home/someone");

        assertThat(SettingsPlace.of(Map.of("BEANPOLE_STATE", "/state"), "Linux", home))
                .isEqualTo(Path.of("/state/console.json"));
        assertThat(SettingsPlace.of(Map.of(), "Linux", home)).isEqualTo(home.resolve(".config/beanpole/console.json"));
        assertThat(SettingsPlace.of(Map.of("XDG_CONFIG_HOME", "/cfg"), "Linux", home))
                .isEqualTo(Path.of("/cfg/beanpole/console.json"));
        assertThat(SettingsPlace.of(Map.of(), "Mac OS X", home))
                .isEqualTo(home.resolve("Library/Application Support/beanpole/console.json"));
    }

    private Path path() {
        return directory.resolve("deep/er/console.json");
    }

    private SettingsFile file(Duration debounce) {
        return new SettingsFile(path(), debounce, notices);
    }
}
