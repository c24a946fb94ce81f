package io.beanpole.endtoend.window;

import io.beanpole.console.ConsoleApp;
import io.beanpole.endtoend.EndToEndException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import org.testfx.api.FxRobot;
import org.testfx.api.FxRobotInterface;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The console's window, opened without a display. */
public final class ConsoleWindow implements AutoCloseable {
    /** On a machine that does much else. */
    private static final Duration OPENS_WITHIN = Duration.ofMinutes(2);

    private final FxRobot robot = new FxRobot();
    private final Glance glance = new Glance(robot);

    private final Application console;

    private ConsoleWindow(Application console) {
        this.console = console;
    }

    /** Opens it and waits until it is connected; with the options of the command line. */
    public static ConsoleWindow open(String... options) {
        Application console;
        try {
            forgetSettings();
            FxToolkit.toolkitContext().setSetupTimeoutInMillis(OPENS_WITHIN.toMillis());
            FxToolkit.registerPrimaryStage();
            console = FxToolkit.setupApplication(ConsoleApp.class, options);
            FxToolkit.setupStage(stage -> {
                stage.setX(0);
                stage.setY(0);
                stage.setWidth(1440);
                stage.setHeight(900);
            });
        } catch (TimeoutException e) {
            throw new EndToEndException("The console's window did not open.", e);
        }
        ConsoleWindow opened = new ConsoleWindow(console);
        opened.glance.soon("the console is connected", () -> opened.glance.isEnabled("#nav-environments"));
        opened.awaitCalm();
        return opened;
    }

    /** What another test's window remembered, connections for instance, is no business of this one. */
    private static void forgetSettings() {
        try {
            Files.deleteIfExists(Path.of(System.getenv("BEANPOLE_SETTINGS"), "console.json"));
        } catch (IOException e) {
            throw new EndToEndException("The console's former settings could not be deleted.", e);
        }
    }

    /** The first screens are made now, and the robot gives up on a window that is busy for ten seconds. */
    private void awaitCalm() {
        try {
            WaitForAsyncUtils.waitFor(
                    OPENS_WITHIN.toSeconds(), TimeUnit.SECONDS, WaitForAsyncUtils.asyncFx(() -> true));
        } catch (TimeoutException e) {
            throw new EndToEndException("The console's window was busy for " + OPENS_WITHIN + ".", e);
        }
    }

    public FxRobot robot() {
        return robot;
    }

    public Glance glance() {
        return glance;
    }

    public Keyboard keyboard() {
        return new Keyboard(robot, glance);
    }

    /** Clicks on what a query finds, as soon as it is seen, can be pressed and rests where it is. */
    public FxRobotInterface click(String query) {
        return click(query, () -> glance.seen(query));
    }

    /** A layout that is still to come moves what is to be clicked on, and what comes in its place would be clicked. */
    private FxRobotInterface click(String what, Supplier<Optional<Node>> search) {
        AtomicReference<Bounds> before = new AtomicReference<>();
        AtomicReference<Node> found = new AtomicReference<>();
        glance.soon(what + " to click on", () -> {
            Optional<Node> node = search.get().filter(each -> !each.isDisabled());
            node.ifPresent(found::set);
            Bounds now =
                    node.map(each -> each.localToScreen(each.getLayoutBounds())).orElse(null);
            return now != null && now.equals(before.getAndSet(now));
        });
        return robot.clickOn(found.get());
    }

    /** Shows a screen by its button. */
    public void go(String screen) {
        click("#nav-" + screen);
    }

    /** Chooses the row of a table that has the words, also if the rows move meanwhile. */
    public void chooseRow(String table, String words) {
        glance.soon("the row " + words + " of " + table, () -> {
            click(words + " in " + table, () -> glance.cell(table, words));
            TableView<?> rows = robot.lookup(table).queryAs(TableView.class);
            return String.valueOf(rows.getSelectionModel().getSelectedItem()).contains(words);
        });
    }

    /** Turns to a tab by its title. */
    public void tab(String tabs, String title) {
        clickOn(tabs + " .tab-label", title);
    }

    /** Clicks on the one of several that begins with the words. */
    public void clickOn(String query, String words) {
        click(words + " among " + query, () -> glance.seen(query, words));
    }

    /** Chooses the environment to work on, by a part of what the chooser calls it. */
    public void choose(String name) {
        glance.soon("an environment " + name, () -> {
            ComboBox<?> box = robot.lookup("#environment-chooser").queryAs(ComboBox.class);
            for (int at = 0; at < box.getItems().size(); at++) {
                if (String.valueOf(box.getItems().get(at)).contains(name)) {
                    int found = at;
                    robot.interact(() -> box.getSelectionModel().select(found));
                    return true;
                }
            }
            return false;
        });
    }

    /** Says yes to the question that is asked in the window. */
    public void confirm() {
        click("#confirm");
    }

    /** Says yes if there is a question now. */
    public void confirmIfAsked() {
        WaitForAsyncUtils.waitForFxEvents();
        if (glance.isThere("#confirm")) {
            click("#confirm");
        }
    }

    @Override
    public void close() {
        try {
            FxToolkit.cleanupStages();
            FxToolkit.cleanupApplication(console);
        } catch (TimeoutException e) {
            throw new EndToEndException("The console's window did not close.", e);
        }
    }
}
