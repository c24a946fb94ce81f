package io.beanpole.endtoend.bench;

import io.beanpole.console.action.Actions;
import io.beanpole.console.environments.EnvironmentsView;
import io.beanpole.console.guard.CloudKind;
import io.beanpole.console.guard.OpenGuard;
import io.beanpole.console.memory.Memory;
import io.beanpole.console.notice.NoticeBoard;
import io.beanpole.console.polling.Background;
import io.beanpole.console.polling.PollingScope;
import io.beanpole.console.polling.PollingService;
import io.beanpole.console.screen.AlarmFeed;
import io.beanpole.console.screen.ConnectionCard;
import io.beanpole.console.screen.LaneFeed;
import io.beanpole.console.screen.Places;
import io.beanpole.console.screen.Selection;
import io.beanpole.console.screen.Workspace;
import io.beanpole.console.screen.Workspaces;
import io.beanpole.console.theme.Theme;
import io.beanpole.deploy.connection.Connection;
import io.beanpole.deploy.fleet.Fleet;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * The screen Environments on connections of virtual fleets, asked as the console's window asks them: the fleet and the
 * chosen environment at each refresh, the alarms at every third. Every answer is delivered and laid out on the window's
 * thread, and how long that took at most is kept.
 */
final class FleetWindow implements AutoCloseable {
    private static final int ALARM_ROUNDS = 3;
    /** Longer than a bench: only a refresh makes a poll ask. */
    private static final Duration BY_HAND = Duration.ofHours(1);

    private final NoticeBoard notices = new NoticeBoard(Platform::runLater);
    private final ExecutorService threads = Background.threads();
    private final AtomicLong busiest = new AtomicLong();
    private final Semaphore read = new Semaphore(0);
    private final List<VirtualFleet> clouds;
    private final VirtualClock clock;
    private final PollingService polling;
    private final List<PollingScope> scopes = new ArrayList<>();
    private final Stage stage;
    private int refreshes;

    FleetWindow(List<VirtualFleet> clouds, VirtualClock clock) throws InterruptedException {
        this.clouds = clouds;
        this.clock = clock;
        polling = new PollingService(work -> Platform.runLater(() -> measured(work)), notices, clock);
        stage = onWindow(this::open);
    }

    /**
     * Refreshes all of it once.
     *
     * @return the longest time that the window's thread was busy with an answer and with laying it out
     */
    long refresh() throws InterruptedException {
        busiest.set(0);
        if (refreshes++ % ALARM_ROUNDS == 0) {
            clouds.forEach(VirtualFleet::alarms);
        }
        scopes.forEach(PollingScope::refresh);
        if (!read.tryAcquire(clouds.size(), 1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("A fleet was not read within a minute.");
        }
        onWindow(() -> stage);
        return busiest.get();
    }

    @Override
    public void close() {
        polling.close();
        threads.shutdownNow();
        Platform.runLater(stage::close);
    }

    private Stage open() {
        var opened = new ArrayList<Workspace>();
        for (int i = 0; i < clouds.size(); i++) {
            opened.add(workspace(i));
        }
        var workspaces = new Workspaces();
        workspaces.open(opened);
        var view = new EnvironmentsView(workspaces);
        var window = show((Parent) view.node());
        view.shown();
        return window;
    }

    private Workspace workspace(int number) {
        var scope = polling.scope(notices);
        var selection = new Selection();
        var catalog = clouds.get(number).catalog();
        scope.<Fleet>poll("fleet", BY_HAND, catalog::read, newest -> {
                    selection.update(newest);
                    read.release();
                })
                .start();
        scopes.add(scope);
        return new Workspace(
                new SimpleObjectProperty<>(new ConnectionCard("connection " + number, CloudKind.STAGING, number)),
                connection(number),
                selection,
                new LaneFeed(),
                new AlarmFeed(),
                scope,
                new Background(threads, Platform::runLater, notices),
                new Actions(),
                new OpenGuard(question -> false),
                new Places(),
                new Memory(),
                notices,
                clock);
    }

    private void measured(Runnable work) {
        var begin = System.nanoTime();
        work.run();
        Window.getWindows().forEach(window -> {
            var root = window.getScene().getRoot();
            root.applyCss();
            root.layout();
        });
        busiest.accumulateAndGet(System.nanoTime() - begin, Math::max);
    }

    private Connection connection(int number) {
        return (Connection) Proxy.newProxyInstance(
                FleetWindow.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, given) -> switch (method.getName()) {
                    case "kind" -> Connection.Kind.AWS;
                    case "region" -> "eu-central-" + (number + 1);
                    case "environments" -> clouds.get(number).details();
                    case "name", "toString" -> "connection " + number;
                    case "hashCode" -> number;
                    case "equals" -> proxy == given[0];
                    default -> throw new IllegalStateException("The bench has no " + method.getName());
                });
    }

    static Stage show(Parent node) {
        Theme.LIGHT.apply();
        var stage = new Stage();
        var scene = new Scene(node, 1440, 900);
        scene.getStylesheets().add(Theme.stylesheet());
        node.getStyleClass().add("console");
        stage.setScene(scene);
        stage.show();
        return stage;
    }

    static <T> T onWindow(Supplier<T> work) throws InterruptedException {
        var done = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                done.complete(work.get());
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        try {
            return done.get(1, TimeUnit.MINUTES);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The window's thread did not do its part: " + e, e);
        }
    }
}
