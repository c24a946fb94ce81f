package io.beanpole.console;

import io.beanpole.console.list.Row;
import io.beanpole.console.screen.Workspace;
import io.beanpole.deploy.beanstalk.EnvironmentOverview;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import javafx.animation.AnimationTimer;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.stage.Stage;
import javafx.util.Duration;

/**
 * Says when the console was of use after its start, and ends it: {@code --check}. Of use is the first picture with
 * environments in it; times count from the start of the Java virtual machine. Belongs to the window's thread.
 */
final class StartCheck {
    private static final Duration PATIENCE = Duration.seconds(60);
    /** The first shows what was laid out before the environments came, the second shows them. */
    private static final int FRAMES = 2;

    private final MainViewModel model;
    private final Consumer<String> report;
    private final IntConsumer end;
    private final PauseTransition patience = new PauseTransition(PATIENCE);
    private boolean isDone;

    /**
     * A check that is not begun.
     *
     * @param report takes each line as soon as it is known
     * @param end ends the console with an exit status: 0 when environments were seen
     */
    StartCheck(MainViewModel model, Consumer<String> report, IntConsumer end) {
        this.model = model;
        this.report = report;
        this.end = end;
    }

    /** Watches from now on; it ends the console after a minute at the latest. */
    void begin(Stage stage) {
        if (stage.isShowing()) {
            afterFrames(() -> say("window", "drawn"));
        }
        model.workspaces().activeProperty().addListener((active, before, now) -> now.ifPresent(this::follow));
        model.workspaces().active().ifPresent(this::follow);
        patience.setOnFinished(over -> giveUp());
        patience.play();
    }

    private void follow(Workspace workspace) {
        say(
                "connected",
                workspace.card().name() + " in " + workspace.connection().region());
        var environments = workspace.selection().environments();
        if (environments.isEmpty()) {
            environments.addListener(
                    (ListChangeListener<Row<EnvironmentOverview>>) change -> afterFrames(() -> succeed(workspace)));
        } else {
            afterFrames(() -> succeed(workspace));
        }
    }

    private void succeed(Workspace workspace) {
        if (isDone) {
            return;
        }
        var names = workspace.selection().environments().stream()
                .map(row -> row.value().name())
                .sorted()
                .collect(Collectors.joining(", "));
        say("environments", names);
        finish(0);
    }

    private void giveUp() {
        if (!isDone) {
            var why = model.absenceProperty().get();
            report.accept(
                    why.isEmpty()
                            ? "No environments were seen within a minute: the connection answered with none, or not at all."
                            : why);
            finish(1);
        }
    }

    private void finish(int status) {
        isDone = true;
        patience.stop();
        end.accept(status);
    }

    private void say(String what, String detail) {
        var millis = System.currentTimeMillis()
                - ManagementFactory.getRuntimeMXBean().getStartTime();
        report.accept(String.format(Locale.ROOT, "%-13s %5.2f s  %s", what, millis / 1000.0, detail));
    }

    private static void afterFrames(Runnable work) {
        new AnimationTimer() {
            private int seen;

            @Override
            public void handle(long now) {
                seen++;
                if (seen > FRAMES) {
                    stop();
                    work.run();
                }
            }
        }.start();
    }
}
