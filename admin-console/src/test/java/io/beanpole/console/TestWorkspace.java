package io.beanpole.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.console.action.Actions;
import io.beanpole.console.guard.CloudKind;
import io.beanpole.console.guard.OpenGuard;
import io.beanpole.console.guard.Question;
import io.beanpole.console.memory.Memory;
import io.beanpole.console.polling.Background;
import io.beanpole.console.polling.PollingService;
import io.beanpole.console.screen.AlarmFeed;
import io.beanpole.console.screen.ConnectionCard;
import io.beanpole.console.screen.LaneFeed;
import io.beanpole.console.screen.Places;
import io.beanpole.console.screen.Selection;
import io.beanpole.console.screen.Workspace;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import javafx.beans.property.SimpleObjectProperty;

/** A workspace on a fake connection, for the test of one screen or view model. */
public final class TestWorkspace implements AutoCloseable {
    private final RecordedNotices notices = new RecordedNotices();
    private final ExecutorService threads = Background.threads();
    private final FakeConnection cloud;
    private final PollingService polling;
    private final List<Question> asked = new CopyOnWriteArrayList<>();
    private volatile boolean agrees = true;
    private final OpenGuard guard;
    private volatile Runnable whileAsked = () -> {};
    private final Workspace workspace;

    private TestWorkspace(FakeConnection connection, boolean isInline, Executor window) {
        cloud = connection;
        guard = new OpenGuard(question -> {
            asked.add(question);
            whileAsked.run();
            return agrees;
        });
        var clock = connection.clock.withZone(ZoneId.of("Europe/Zurich"));
        polling = new PollingService(window, notices, clock);
        var background = new Background(isInline ? window : threads, window, notices);
        workspace = new Workspace(
                new SimpleObjectProperty<>(new ConnectionCard(connection.name(), CloudKind.LOCAL, 0)),
                connection,
                new Selection(),
                new LaneFeed(),
                new AlarmFeed(),
                polling,
                background,
                new Actions(),
                guard,
                new Places(),
                new Memory(),
                notices,
                clock);
        workspace.selection().update(connection.fleet.read());
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

    /** What the person was asked before something was changed. */
    public List<Question> asked() {
        return asked;
    }

    /** What the person answers from now on; yes until this is called. */
    public void agrees(boolean yes) {
        agrees = yes;
    }

    /** Why nothing can be changed from now on, as on a read-only connection; to be called on the window's thread. */
    public void forbid(String why) {
        guard.forbid(why);
    }

    /** What happens from now on between a question and its answer. */
    public void whileAsked(Runnable event) {
        whileAsked = event;
    }

    public RecordedNotices notices() {
        return notices;
    }

    @Override
    public void close() {
        polling.close();
        threads.shutdownNow();
        assertThat(cloud.offWindow.asked())
                .as("asked of the cloud on the window's thread")
                .isEmpty();
    }
}
