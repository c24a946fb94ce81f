package io.beanpole.console.control;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/** A mark in a line of text: icon and word in the mark's tone. */
public final class MarkLabel extends Label {
    private static final String STYLE = "mark";

    /** A label without a mark yet; can be made in FXML. */
    public MarkLabel() {
        getStyleClass().add(STYLE);
    }

    /** Shows a mark. */
    public void show(Mark mark) {
        show(mark, new FontIcon(mark.tone().icon()));
    }

    private void show(Mark mark, FontIcon icon) {
        getStyleClass().removeIf(style -> style.startsWith("tone-"));
        getStyleClass().add(mark.tone().styleClass());
        setGraphic(icon);
        setText(mark.text());
        setTooltip(mark.detail().isEmpty() ? null : new Tooltip(mark.detail()));
        setAccessibleText(mark.detail().isEmpty() ? mark.text() : mark.text() + ": " + mark.detail());
    }
}
