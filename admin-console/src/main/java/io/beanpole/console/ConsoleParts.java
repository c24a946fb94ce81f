package io.beanpole.console;

import io.beanpole.console.action.Actions;
import io.beanpole.console.connection.ConnectionChoice;
import io.beanpole.console.connection.ConnectionSource;
import io.beanpole.console.connection.ConnectionSources;
import io.beanpole.console.guard.ConfirmationViewModel;
import io.beanpole.console.notice.NoticeBoard;
import io.beanpole.console.polling.Background;
import io.beanpole.console.polling.PollingService;
import io.beanpole.console.settings.SettingsFile;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;

/** What lasts as long as the window: threads, settings, notices and the model of the frame. Closing it ends them all. */
final class ConsoleParts implements AutoCloseable {
    private static final Duration DEBOUNCE = Duration.ofMillis(500);

    private final ExecutorService threads = Background.threads();
    private final Actions actions = new Actions();
    private final ConfirmationViewModel confirmation = new ConfirmationViewModel();
    private final ConnectionSources sources;
    private final Clock clock;
    private final NoticeBoard notices;
    private final PollingService polling;
    private final Background background;
    private final SettingsFile settings;
    private final boolean isReadOnly;
    private final MainViewModel model;

    /**
     * @param sources makes of a connection that is set up the source that it comes from
     * @param window runs what it is given on the window's thread
     * @param start what the console was started with
     */
    ConsoleParts(ConnectionSources sources, Path settingsFile, Executor window, Clock clock, ConsoleStart start) {
        this.sources = sources;
        this.clock = clock;
        notices = new NoticeBoard(window);
        polling = new PollingService(window, notices, clock);
        background = new Background(threads, window, notices);
        settings = new SettingsFile(settingsFile, DEBOUNCE, notices);
        isReadOnly = start.isReadOnly();
        start.applyTo(settings.settings());
        model = new MainViewModel(this);
        new ThemeFollower(settings.settings(), polling);
    }

    ConnectionSource source(ConnectionChoice choice) {
        return sources.of(choice);
    }

    /** What could be set up besides. */
    List<ConnectionChoice> offers() {
        return sources.offers();
    }

    /** Whether nothing may be changed anywhere before the console is started anew. */
    boolean isReadOnly() {
        return isReadOnly;
    }

    Actions actions() {
        return actions;
    }

    ConfirmationViewModel confirmation() {
        return confirmation;
    }

    NoticeBoard notices() {
        return notices;
    }

    PollingService polling() {
        return polling;
    }

    Background background() {
        return background;
    }

    SettingsFile settings() {
        return settings;
    }

    Clock clock() {
        return clock;
    }

    MainViewModel model() {
        return model;
    }

    /**
     * Ends everything. What was begun is given up first, and waited for: it may have to give letters back or to write
     * the record of a deployment, for which it needs its thread and its connection.
     */
    @Override
    public void close() {
        var ended = model.end();
        polling.close();
        ended.join();
        threads.shutdownNow();
        settings.close();
    }
}
