package io.beanpole.console.control;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/** A state in a rounded field of its tone: an alarm's state, the kind of a connection. */
public final class Pill extends Label {
    /** A pill without a mark yet; can be made in FXML. */
    public Pill() {
        getStyleClass().add("pill");
        setMinWidth(USE_PREF_SIZE);
    }

    /** A pill with a mark. */
    public Pill(Mark mark) {
        this();
        show(mark);
    }

    /** Shows a mark. */
    public void show(Mark mark) {
        getStyleClass().removeIf(style -> style.startsWith("tone-"));
        getStyleClass().add(mark.tone().styleClass());
        setText(mark.text());
        setTooltip(mark.detail().isEmpty() ? null : new Tooltip(mark.detail()));
    }
}
