package io.beanpole.console;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuButton;

/** The buttons of a screen that can be pressed at a moment, so that the palette reaches each of them by its name. */
final class ScreenButtons {
    private ScreenButtons() {}

    /** In the order in which they are on the screen; those without a name are left out. */
    static List<ButtonBase> of(Node node) {
        var found = new ArrayList<ButtonBase>();
        collect(node, found);
        return found;
    }

    /** What it is called aloud, which says what it is about; what is written on it where that says enough. */
    static String name(ButtonBase button) {
        var spoken = button.getAccessibleText();
        var name = spoken == null || spoken.isBlank() ? button.getText() : spoken;
        return name == null ? "" : name.strip();
    }

    private static void collect(Node node, List<ButtonBase> found) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node instanceof ButtonBase button && !(node instanceof MenuButton)) {
            if (!name(button).isEmpty()) {
                found.add(button);
            }
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }
}
