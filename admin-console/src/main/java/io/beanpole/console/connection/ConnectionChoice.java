package io.beanpole.console.connection;

import io.beanpole.console.guard.CloudKind;
import io.beanpole.console.words.Words;

/**
 * A connection as a person set it up; kept with the settings.
 *
 * @param name as the switcher calls it
 * @param color which of the eight colours of {@code console.css} marks it
 * @param isReadOnly whether nothing may be changed there from this console
 */
public record ConnectionChoice(Reach reach, String name, CloudKind kind, int color, boolean isReadOnly) {
    /** How many colours there are. */
    public static final int COLORS = 8;

    /** The local cloud of the checkout, which every console has from the first start on. */
    public static final ConnectionChoice LOCAL =
            new ConnectionChoice(new Reach.Local(), Words.of("frame.connection.local"), CloudKind.LOCAL, 0, false);

    /** What tells it from all others. */
    public String id() {
        return reach.id();
    }

    /** The same, with or without leave to change anything. */
    public ConnectionChoice readOnly(boolean wanted) {
        return new ConnectionChoice(reach, name, kind, color, wanted);
    }
}
