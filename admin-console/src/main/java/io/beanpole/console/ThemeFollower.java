package io.beanpole.console;

import io.beanpole.console.polling.Poll;
import io.beanpole.console.polling.Polling;
import io.beanpole.console.settings.Settings;
import io.beanpole.console.theme.SystemTheme;
import io.beanpole.console.theme.Theme;
import io.beanpole.console.words.Words;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** While the theme is the system's, asks the desktop now and then and dresses the window as it says. */
final class ThemeFollower {
    private static final Duration INTERVAL = Duration.ofSeconds(30);

    private final Poll<Optional<Theme>> poll;

    ThemeFollower(Settings settings, Polling polling) {
        this(settings, polling, SystemTheme::ask);
    }

    /** @param desktop what it says now; empty where it says nothing */
    ThemeFollower(Settings settings, Polling polling, Supplier<Optional<Theme>> desktop) {
        poll = polling.poll(
                Words.of("frame.theme.ask"),
                INTERVAL,
                desktop,
                answer -> answer.ifPresent(settings.themeProperty()::set));
        settings.themeOfSystemProperty().addListener((property, before, now) -> follow(now));
        follow(settings.themeOfSystemProperty().get());
    }

    private void follow(boolean isWanted) {
        if (isWanted) {
            poll.start();
        } else {
            poll.pause();
        }
    }
}
