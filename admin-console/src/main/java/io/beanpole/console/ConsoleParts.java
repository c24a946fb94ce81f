package io.beanpole.console;

import io.beanpole.console.action.Actions;
import io.beanpole.console.connection.ConnectionSource;
import io.beanpole.console.notice.NoticeBoard;
import io.beanpole.console.polling.Background;
import io.beanpole.console.polling.PollingService;
import io.beanpole.console.settings.SettingsFile;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;

/** What lasts as long as the window: threads, settings, notices and the model of the frame. Closing it ends them all. */
final class ConsoleParts implements AutoCloseable {
    private static final Duration DEBOUNCE = Duration.ofMillis(500);

    private final ExecutorService threads = Background.threads();
    private final Actions actions = new Actions();
    private final NoticeBoard notices;
    private final PollingService polling;
    private final SettingsFile settings;
    private final MainViewModel model;

    /** @param window runs what it is given on the window's thread */
    ConsoleParts(ConnectionSource source, Path settingsFile, Executor window, Clock clock) {
        notices = new NoticeBoard(window);
        polling = new PollingService(window, notices, clock);
        settings = new SettingsFile(settingsFile, DEBOUNCE, notices);
        model = new MainViewModel(this, source, new Background(threads, window, notices), clock);
    }

    Actions actions() {
        return actions;
    }

    NoticeBoard notices() {
        return notices;
    }

    PollingService polling() {
        return polling;
    }

    SettingsFile settings() {
        return settings;
    }

    MainViewModel model() {
        return model;
    }

    @Override
    public void close() {
        model.close();
        polling.close();
        threads.shutdownNow();
        settings.close();
    }
}
