package io.beanpole.console.control;

import javafx.scene.Node;

/** Whether a part of a screen is there; where it isn't, it takes no room either. */
public final class Presence {
    private Presence() {}

    /** Shows it, or takes it away. */
    public static void set(Node part, boolean isThere) {
        part.setVisible(isThere);
        part.setManaged(isThere);
    }
}
