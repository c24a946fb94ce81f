package io.beanpole.endtoend.window;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;

/** The window used without a mouse. */
public final class Keyboard {
    private static final int MOST_STEPS = 120;

    private final FxRobot robot;
    private final Glance glance;

    Keyboard(FxRobot robot, Glance glance) {
        this.robot = robot;
        this.glance = glance;
    }

    /** Finds an action by its words in the palette and does it. */
    public void palette(String words) {
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write(words).push(KeyCode.ENTER);
    }

    /** Goes from control to control until this one has the focus. */
    public void tabTo(String query) {
        for (int step = 0; step < MOST_STEPS; step++) {
            if (hasFocus(query)) {
                return;
            }
            goOn(query);
        }
        assertThat(hasFocus(query))
                .as("the keyboard comes to " + query + " from "
                        + owner(robot.lookup(query).query()))
                .isTrue();
    }

    /** To the next control; in a text area the key for that is another. */
    private void goOn(String query) {
        if (owner(robot.lookup(query).query()) instanceof TextArea) {
            robot.push(KeyCode.CONTROL, KeyCode.TAB);
        } else {
            robot.push(KeyCode.TAB);
        }
    }

    /** Presses the button that the keyboard comes to. */
    public void press(String query) {
        glance.soon(query + " can be pressed", () -> glance.isThere(query) && glance.isEnabled(query));
        tabTo(query);
        robot.push(KeyCode.SPACE);
    }

    /** Says yes to the question; it hears no key before a person can have read it, so the key is pressed until it does. */
    public void sayYes() {
        glance.soon("a question", () -> glance.isThere("#confirm") && glance.isEnabled("#confirm"));
        tabTo("#confirm");
        glance.soon("the answer is heard", () -> {
            robot.push(KeyCode.SPACE);
            return !glance.isThere("#confirm");
        });
    }

    /** Goes down a table until its chosen row has the words. */
    public void row(String table, String words) {
        tabTo(table);
        robot.push(KeyCode.HOME);
        for (int step = 0; step < MOST_STEPS; step++) {
            if (chosen(table).contains(words)) {
                return;
            }
            robot.push(KeyCode.DOWN);
        }
        assertThat(chosen(table)).as("the chosen row of " + table).contains(words);
    }

    /** Goes down a choice until it shows the words. */
    public void choice(String box, String words) {
        tabTo(box);
        for (int step = 0; step < MOST_STEPS && !value(box).contains(words); step++) {
            robot.push(KeyCode.DOWN);
        }
        assertThat(value(box)).as("what " + box + " chose").contains(words);
        robot.push(KeyCode.ENTER);
    }

    private String value(String box) {
        return String.valueOf(robot.lookup(box).queryAs(ComboBox.class).getValue());
    }

    private String chosen(String table) {
        TableView<?> found = robot.lookup(table).queryAs(TableView.class);
        return String.valueOf(found.getSelectionModel().getSelectedItem());
    }

    private boolean hasFocus(String query) {
        return robot.lookup(query)
                .tryQuery()
                .filter(node -> isWithin(node, owner(node)))
                .isPresent();
    }

    private static @Nullable Node owner(Node node) {
        Scene scene = node.getScene();
        return scene == null ? null : scene.getFocusOwner();
    }

    private static boolean isWithin(Node node, @Nullable Node focused) {
        for (Node each = focused; each != null; each = each.getParent()) {
            if (each.equals(node)) {
                return true;
            }
        }
        return false;
    }
}
