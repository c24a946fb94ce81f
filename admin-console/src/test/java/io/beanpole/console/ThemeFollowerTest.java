package io.beanpole.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beanpole.console.polling.PollingService;
import io.beanpole.console.settings.Settings;
import io.beanpole.console.theme.Theme;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ThemeFollowerTest {
    private final Settings settings = new Settings();
    private final RecordedNotices notices = new RecordedNotices();
    private final PollingService polling = new PollingService(Runnable::run, notices, Clock.systemUTC());
    private final AtomicInteger asked = new AtomicInteger();
    private volatile Optional<Theme> desktop = Optional.of(Theme.DARK);

    @AfterEach
    void close() {
        polling.close();
    }

    @Test
    void theWindowTurnsDarkWithTheDesktopAndLightAgain() {
        follow();
        await().until(() -> settings.themeProperty().get() == Theme.DARK);

        desktop = Optional.of(Theme.LIGHT);
        polling.refresh();

        await().until(() -> settings.themeProperty().get() == Theme.LIGHT);
    }

    @Test
    void aDesktopThatSaysNothingLeavesWhatIsThere() {
        settings.themeProperty().set(Theme.DARK);
        desktop = Optional.empty();

        follow();

        await().until(() -> asked.get() == 1);
        polling.close();
        assertThat(settings.themeProperty().get()).isEqualTo(Theme.DARK);
    }

    @Test
    void whoChoseAThemeKeepsItUntilTheSystemsIsWantedAgain() {
        settings.themeOfSystemProperty().set(false);
        settings.themeProperty().set(Theme.LIGHT);
        follow();
        polling.refresh();
        assertThat(asked).hasValue(0);

        settings.themeOfSystemProperty().set(true);

        await().until(() -> settings.themeProperty().get() == Theme.DARK);
        settings.themeOfSystemProperty().set(false);
        desktop = Optional.of(Theme.LIGHT);
        polling.refresh();
        await().during(Duration.ofMillis(100))
                .until(() -> settings.themeProperty().get() == Theme.DARK);
    }

    private void follow() {
        new ThemeFollower(settings, polling, () -> {
            asked.incrementAndGet();
            return desktop;
        });
    }
}
