package io.beanpole.endtoend.bench;

import io.beanpole.deploy.fleet.AwsFleetCatalog;
import io.beanpole.deploy.fleet.Fleet;
import io.beanpole.deploy.fleet.FleetEnvironment;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.stage.Window;

/**
 * Two hundred environments over three connections, refreshed for a virtual hour in the real screen Environments: the
 * requests of a refresh, the longest time that the window's thread was busy with one, and the memory before and after.
 * The baseline is the same table with its rows replaced at every refresh. {@code ./beanpole bench console} runs it.
 */
public final class FleetBench {
    private static final int REFRESHES = 360;
    private static final int BASELINE_REFRESHES = 60;
    private static final int ALARM_ROUNDS = 3;
    /** Until the first drawing has loaded its classes and the compiler has seen the loops. */
    private static final int WARM_UP = 20;

    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private static final long MILLION = 1_000_000;

    private final VirtualClock clock = new VirtualClock();
    private final List<VirtualFleet> clouds = List.of(
            new VirtualFleet("blue", 70, clock),
            new VirtualFleet("green", 70, clock),
            new VirtualFleet("whole", 60, clock));
    private final VirtualFleet single = new VirtualFleet("single", 200, clock);

    /** Begins the toolkit, unless it has begun already. */
    public static void main(String[] arguments) throws InterruptedException {
        new FleetBench().run();
        Platform.exit();
    }

    void run() throws InterruptedException {
        begin();
        Bench.say("200 environments refreshed every 10 s for an hour, in the window");
        requests();
        try (var window = new FleetWindow(clouds, clock)) {
            measure(window);
        }
        baseline(clouds.stream().map(VirtualFleet::catalog).toList());
    }

    private static void begin() throws InterruptedException {
        var begun = new CountDownLatch(1);
        try {
            Platform.startup(begun::countDown);
        } catch (IllegalStateException e) {
            // Another part of the bench began it.
            Platform.runLater(begun::countDown);
        }
        Platform.setImplicitExit(false);
        if (!begun.await(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("JavaFX did not start within a minute: is there a display?");
        }
    }

    /** All that the window asks of one connection: the fleet, the chosen environment, and now and then the alarms. */
    private void requests() {
        var catalog = single.catalog();
        var details = single.details();
        var most = 0;
        for (int i = 0; i < REFRESHES; i++) {
            var before = single.requests();
            details.instances("single-0");
            details.events("single-0", clock.instant(), 1);
            if (i % ALARM_ROUNDS == 0) {
                single.alarms();
            }
            catalog.read();
            most = Math.max(most, single.requests() - before);
            clock.tick(INTERVAL);
        }
        Bench.say(
                "  requests a refresh, all of one connection  %.1f, at most %d %s",
                single.requests() / (double) REFRESHES,
                most,
                Bench.BOUNDS.most("requests a refresh", most, AwsFleetCatalog.MOST_REQUESTS, ""));
    }

    private void measure(FleetWindow window) throws InterruptedException {
        for (int i = 0; i < WARM_UP; i++) {
            clock.tick(INTERVAL);
            window.refresh();
        }
        var before = heap();
        var busiest = 0L;
        for (int i = 0; i < REFRESHES; i++) {
            clock.tick(INTERVAL);
            busiest = Math.max(busiest, window.refresh());
        }
        var after = heap();
        Bench.say(
                "  longest frame, three connections           %.1f ms %s",
                busiest / (double) MILLION,
                Bench.BOUNDS.most("longest frame of a refresh", busiest / (double) MILLION, 50, "ms"));
        Bench.say(
                "  heap after GC                              %d MB, after an hour %d MB %s",
                before / MILLION,
                after / MILLION,
                Bench.BOUNDS.most("heap after an hour", after / (double) MILLION, 250, "MB"));
    }

    private void baseline(List<AwsFleetCatalog> catalogs) throws InterruptedException {
        ObservableList<FleetEnvironment> rows = FXCollections.observableArrayList();
        var stage = FleetWindow.onWindow(() -> {
            var table = new TableView<>(rows);
            for (int i = 0; i < 11; i++) {
                var column = new TableColumn<FleetEnvironment, String>("Column " + i);
                column.setCellValueFactory(
                        cell -> new SimpleStringProperty(cell.getValue().name()));
                table.getColumns().add(column);
            }
            return FleetWindow.show(table);
        });
        var busiest = 0L;
        for (int i = 0; i < WARM_UP + BASELINE_REFRESHES; i++) {
            clock.tick(INTERVAL);
            var all = catalogs.stream()
                    .map(AwsFleetCatalog::read)
                    .map(Fleet::environments)
                    .flatMap(List::stream)
                    .toList();
            var took = drawn(() -> rows.setAll(all));
            busiest = i < WARM_UP ? 0 : Math.max(busiest, took);
        }
        Bench.say("  baseline: plain text, rows replaced        %.1f ms", busiest / (double) MILLION);
        FleetWindow.onWindow(() -> {
            stage.close();
            return stage;
        });
    }

    /** How long the window's thread took for a change and for laying it out. */
    private static long drawn(Runnable change) throws InterruptedException {
        return FleetWindow.onWindow(() -> {
            var begin = System.nanoTime();
            change.run();
            Window.getWindows().forEach(window -> {
                var root = window.getScene().getRoot();
                root.applyCss();
                root.layout();
            });
            return System.nanoTime() - begin;
        });
    }

    private static long heap() {
        var runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
