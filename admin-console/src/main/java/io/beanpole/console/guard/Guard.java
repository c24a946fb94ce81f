package io.beanpole.console.guard;

import javafx.beans.property.ReadOnlyStringProperty;

/**
 * Stands before everything that changes a cloud: says what can't be done here and why, and asks before what can. Belongs
 * to the window's thread.
 */
public interface Guard {
    /** Why this can't be done on this connection, as a sentence; empty when it can. Controls bind their disabled state. */
    ReadOnlyStringProperty whyNot(Deed deed);

    /** Asks, and does it if the person says so; in production they type the subject's name. */
    void ask(Question question, Runnable then);
}
