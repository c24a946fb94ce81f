package io.beanpole.endtoend.picture;

import io.beanpole.endtoend.EndToEndException;
import io.beanpole.endtoend.Pause;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuBar;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;

/** The console's window, looked at and pressed from another thread. */
final class DrawnConsole {
    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;
    private static final long GLANCE = 100;

    private final Stage stage;

    private DrawnConsole(Stage stage) {
        this.stage = stage;
    }

    /** The window once it is there, sized for a picture. */
    static DrawnConsole await(Duration most) {
        long end = System.nanoTime() + most.toNanos();
        while (System.nanoTime() < end) {
            Pause.ofMillis(GLANCE);
            try {
                for (Window window : onWindowThread(() -> Window.getWindows().toArray(Window[]::new))) {
                    if (window instanceof Stage stage && stage.isShowing()) {
                        onWindowThread(() -> size(stage));
                        return new DrawnConsole(stage);
                    }
                }
            } catch (IllegalStateException e) {
                continue; // JavaFX is still starting
            }
        }
        throw new EndToEndException("The console's window did not open within " + most.toSeconds() + " s.");
    }

    private static Stage size(Stage stage) {
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(WIDTH);
        stage.setHeight(HEIGHT);
        return stage;
    }

    /** Presses a button that a CSS query finds. */
    void fire(String query) {
        onWindowThread(() -> {
            if (scene().lookup(query) instanceof ButtonBase button) {
                button.fire();
                return true;
            }
            throw new EndToEndException("The console shows no button " + query + ".");
        });
    }

    /** Presses the button with this text; waits for it a moment, because screens are made when they are first shown. */
    void fireText(String text) {
        awaitThat("a button '" + text + "'", Duration.ofSeconds(10), () -> {
            for (Node node : scene().getRoot().lookupAll(".toggle-button")) {
                if (node instanceof ButtonBase button && text.equals(button.getText())) {
                    button.fire();
                    return true;
                }
            }
            return false;
        });
    }

    /** Does what the menu bar has under this title. */
    void menu(String title) {
        onWindowThread(() -> {
            MenuBar bar = (MenuBar) scene().lookup(".menu-bar");
            bar.getMenus().stream()
                    .flatMap(menu -> menu.getItems().stream())
                    .filter(item -> item.getText() != null && item.getText().startsWith(title))
                    .findFirst()
                    .orElseThrow(() -> new EndToEndException("The console's menus have no " + title + "."))
                    .fire();
            return true;
        });
    }

    /** Chooses one of a few, by its place from 0. */
    void pick(String query, int place) {
        onWindowThread(() -> {
            if (scene().lookup(query) instanceof ChoiceBox<?> box) {
                box.getSelectionModel().select(place);
                return true;
            }
            throw new EndToEndException("The console shows no choice " + query + ".");
        });
    }

    /** Presses Esc, which puts away what lies over the window. */
    void escape() {
        onWindowThread(() -> {
            Node target = scene().getFocusOwner() == null ? scene().getRoot() : scene().getFocusOwner();
            target.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
            return true;
        });
    }

    /** Selects the first row of a table. */
    void selectFirst(String query) {
        onWindowThread(() -> {
            if (scene().lookup(query) instanceof TableView<?> table) {
                table.getSelectionModel().selectFirst();
            }
            return true;
        });
    }

    /** Selects the last row of a table. */
    void selectLast(String query) {
        onWindowThread(() -> {
            if (scene().lookup(query) instanceof TableView<?> table) {
                table.getSelectionModel().selectLast();
            }
            return true;
        });
    }

    /** Turns to the tab whose title begins so. */
    void tab(String title) {
        awaitThat("a tab '" + title + "'", Duration.ofSeconds(10), () -> {
            for (Node node : scene().getRoot().lookupAll(".tab-pane")) {
                if (node instanceof TabPane tabs) {
                    tabs.getTabs().stream()
                            .filter(tab -> tab.getText().startsWith(title))
                            .findFirst()
                            .ifPresent(tabs.getSelectionModel()::select);
                }
            }
            return true;
        });
    }

    /** Chooses the environment whose name ends so. */
    void choose(String ending) {
        awaitThat("an environment " + ending, Duration.ofSeconds(20), () -> {
            if (!(scene().lookup("#environment-chooser") instanceof ComboBox<?> box)) {
                return false;
            }
            for (int at = 0; at < box.getItems().size(); at++) {
                if (String.valueOf(box.getItems().get(at)).contains("-" + ending + ",")) {
                    box.getSelectionModel().select(at);
                    return true;
                }
            }
            return false;
        });
    }

    /** Waits until a node is shown and, when it is a table or a list, has rows. */
    void awaitContent(String query, Duration most) {
        awaitThat(query + " to show something", most, () -> hasContent(query));
    }

    /** Whether a node is shown and, when it is a table or a list, has rows. */
    boolean isFull(String query) {
        return onWindowThread(() -> hasContent(query));
    }

    private boolean hasContent(String query) {
        Node node = scene().lookup(query);
        if (node instanceof TableView<?> table) {
            return !table.getItems().isEmpty();
        }
        return node instanceof ListView<?> list ? !list.getItems().isEmpty() : node != null && node.isVisible();
    }

    /** Waits until a button can be pressed. */
    void awaitEnabled(String query, Duration most) {
        awaitThat(query + " to be enabled", most, () -> {
            Node node = scene().lookup(query);
            return node != null && !node.isDisabled();
        });
    }

    /** Writes what the window shows into a PNG file. */
    void picture(Path file) {
        BufferedImage drawn = onWindowThread(() -> pixels(scene().snapshot(null)));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            ImageIO.write(drawn, "png", file.toFile());
        } catch (IOException e) {
            throw new EndToEndException("Tried to write the picture " + file + ", but " + e.getMessage(), e);
        }
    }

    private static BufferedImage pixels(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                drawn.setRGB(x, y, image.getPixelReader().getArgb(x, y));
            }
        }
        return drawn;
    }

    private Scene scene() {
        return stage.getScene();
    }

    private static void awaitThat(String what, Duration most, BooleanSupplier holds) {
        long end = System.nanoTime() + most.toNanos();
        while (!onWindowThread(holds::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new EndToEndException("Waited " + most.toSeconds() + " s for " + what
                        + " in the console. Does the house run? ./beanpole up --detach starts it.");
            }
            Pause.ofMillis(GLANCE);
        }
    }

    private static <T> T onWindowThread(Supplier<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(work.get());
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        try {
            return done.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof EndToEndException ours
                    ? ours
                    : new EndToEndException("The console's window failed: " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new EndToEndException("The console's window did not answer within 30 s.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EndToEndException("Waiting for the console's window was interrupted.", e);
        }
    }
}
