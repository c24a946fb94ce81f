package io.beanpole.console;

import io.beanpole.console.action.Action;
import io.beanpole.console.action.Actions;
import io.beanpole.console.control.Presence;
import io.beanpole.console.settings.Zoom;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.IntegerProperty;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** How large everything is: all of it is measured by the letters of the root. */
final class WindowZoom {
    /** The size of letters at 100 %, in pixels, as Primer has it. */
    private static final double LETTERS = 14;

    /** Up to this size, in percent, everything has room. */
    private static final int ROOMY = 125;

    private final Region root;
    private final List<Node> spare;
    private double scale = 1;
    private boolean wasScaled;

    /** @param spare makes room when everything is large, because it is said elsewhere too */
    WindowZoom(Region root, List<Node> spare) {
        this.root = root;
        this.spare = List.copyOf(spare);
    }

    /** Follows the size that is wanted, and binds the actions that change it. */
    void follow(IntegerProperty zoom, Actions actions) {
        actions.bind(Action.ZOOM_IN, () -> zoom.set(Zoom.larger(zoom.get())));
        actions.bind(Action.ZOOM_OUT, () -> zoom.set(Zoom.smaller(zoom.get())));
        actions.bind(Action.ZOOM_RESET, () -> zoom.set(Zoom.clamp(0)));
        zoom.addListener((property, before, now) -> show(now.intValue()));
        show(zoom.get());
    }

    /** Gives the tables of a screen that is shown from now on the size of its letters. */
    void applyTo(Node screen) {
        if (scale == 1 && !wasScaled) {
            return;
        }
        wasScaled = true;
        screen.applyCss();
        TableZoom.apply(screen, scale);
    }

    private void show(int percent) {
        var isLarge = percent > ROOMY;
        for (var node : spare) {
            Presence.set(node, !isLarge);
        }
        root.getStyleClass().removeAll("large");
        if (isLarge) {
            root.getStyleClass().add("large");
        }
        scale = percent > ROOMY ? percent / 100.0 : 1;
        root.setStyle(String.format(Locale.ROOT, "-fx-font-size: %.2fpx", LETTERS * percent / 100));
        applyTo(root);
    }
}
