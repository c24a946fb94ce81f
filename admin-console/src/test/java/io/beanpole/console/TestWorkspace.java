package io.beanpole.console;

import io.beanpole.console.action.Actions;
import io.beanpole.console.polling.Background;
import io.beanpole.console.polling.PollingService;
import io.beanpole.console.screen.LaneFeed;
import io.beanpole.console.screen.Selection;
import io.beanpole.console.screen.Workspace;
import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;

/** A workspace on a fake connection, for the test of one screen or view model. */
public final class TestWorkspace implements AutoCloseable {
    private final RecordedNotices notices = new RecordedNotices();
    private final ExecutorService threads = Background.threads();
    private final PollingService polling;
    private final Workspace workspace;

    private TestWorkspace(FakeConnection connection, boolean isInline, Executor window) {
        var clock = Clock.fixed(BusyCloud.NOW, ZoneId.of("Europe/Zurich"));
        polling = new PollingService(window, notices, clock);
        var background = new Background(isInline ? window : threads, window, notices);
        workspace = new Workspace(
                connection, new Selection(), new LaneFeed(), polling, background, new Actions(), notices, clock);
        workspace.selection().update(connection.environments);
        workspace.lanes().update(connection.lanes.states, clock.instant());
    }

    /** For a view model without a toolkit: background work is done when the call returns; polls have their threads. */
    public static TestWorkspace inline(FakeConnection connection) {
        return new TestWorkspace(connection, true, Runnable::run);
    }

    /** For a screen: as in the console itself; {@code window} is {@code Platform::runLater}. */
    public static TestWorkspace inWindow(FakeConnection connection, Executor window) {
        return new TestWorkspace(connection, false, window);
    }

    public Workspace workspace() {
        return workspace;
    }

    public RecordedNotices notices() {
        return notices;
    }

    @Override
    public void close() {
        polling.close();
        threads.shutdownNow();
    }
}
