package io.beanpole.console.screen;

import javafx.scene.Node;

/** One screen of the console on one connection. All methods are called on the window's thread. */
public interface Screen {
    /** What fills the window beside the navigation; always the same node. */
    Node node();

    /** It is seen from now on: it starts to poll and binds its actions. */
    void shown();

    /** It is not seen from now on: it stops polling and lets go of its actions. */
    void hidden();

    /** Where the keyboard goes when the screen is asked for its filter; nowhere by default. */
    default void filter() {}

    /** What is on the screen, as commands to copy into a shell; nothing by default. */
    default CopiedCommands commands() {
        return CopiedCommands.NONE;
    }
}
