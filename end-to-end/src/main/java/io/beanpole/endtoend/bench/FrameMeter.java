package io.beanpole.endtoend.bench;

import io.beanpole.console.theme.Theme;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

/**
 * Updates something that is shown in every frame, and counts frames and the time that the FX thread works. That time is
 * the thread's own CPU time, so that other work on the machine doesn't count.
 */
final class FrameMeter {
    private static final int WARM_UP = 120;
    private static final int MEASURED = 300;
    private static final long PATIENCE = 180;

    private final Supplier<Subject> subject;
    private final CountDownLatch done = new CountDownLatch(1);
    private final List<Long> pulses = new ArrayList<>();
    private long cpuBefore;
    private long cpuAfter;

    FrameMeter(Supplier<Subject> subject) {
        this.subject = subject;
    }

    /** What is shown, and what happens to it in each frame, counted from 0. */
    record Subject(Region region, IntConsumer update) {}

    /** Frames a second, milliseconds of the FX thread for each, and the longest time between two. */
    record Result(double perSecond, double fxMillis, double longestMillis) {}

    Result measure() {
        start();
        Platform.runLater(this::show);
        try {
            if (!done.await(PATIENCE, TimeUnit.SECONDS)) {
                throw new IllegalStateException(
                        "No " + MEASURED + " frames in " + PATIENCE + " s: is there a display?");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The measurement was interrupted.", e);
        }
        var longest = 0L;
        for (var i = 1; i < pulses.size(); i++) {
            longest = Math.max(longest, pulses.get(i) - pulses.get(i - 1));
        }
        var nanos = pulses.get(pulses.size() - 1) - pulses.get(0);
        var frames = pulses.size() - 1;
        return new Result(frames * 1e9 / nanos, (cpuAfter - cpuBefore) / 1e6 / frames, longest / 1e6);
    }

    /** The toolkit, once for all that is measured. */
    private static void start() {
        try {
            Platform.startup(() -> Platform.setImplicitExit(false));
        } catch (IllegalStateException e) {
            // It runs already, for what was measured before.
            Platform.setImplicitExit(false);
        }
    }

    private void show() {
        Theme.LIGHT.apply();
        var shown = subject.get();
        ChartBench.size(shown.region());
        var stage = new Stage();
        stage.setScene(new Scene(shown.region()));
        stage.show();
        var threads = ManagementFactory.getThreadMXBean();
        new AnimationTimer() {
            private int frame;

            @Override
            public void handle(long now) {
                if (frame >= WARM_UP) {
                    pulses.add(System.nanoTime());
                }
                if (frame == WARM_UP) {
                    cpuBefore = threads.getCurrentThreadCpuTime();
                } else if (frame == WARM_UP + MEASURED) {
                    cpuAfter = threads.getCurrentThreadCpuTime();
                    stop();
                    stage.hide();
                    done.countDown();
                    return;
                }
                shown.update().accept(frame++);
            }
        }.start();
    }
}
