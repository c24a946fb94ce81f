package io.beanpole.console.control;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** A mark in a line of text: icon and word in the mark's tone. */
public final class MarkLabel extends Label {
    private static final String STYLE = "mark";

    private @Nullable Mark shown;
    private Optional<Ikon> icon = Optional.empty();
    private String toneStyle = "";

    /** A label without a mark yet; can be made in FXML. */
    public MarkLabel() {
        getStyleClass().add(STYLE);
    }

    /** Shows a mark with the icon of its tone. */
    public void show(Mark mark) {
        show(mark, Optional.of(mark.tone().icon()));
    }

    /** Shows a mark with another icon; without one, it looks like plain text. */
    public void show(Mark mark, Optional<Ikon> with) {
        if (mark.equals(shown) && with.equals(icon)) {
            return; // a table tells its cells the same again and again, and each change of style costs a look-up
        }
        dress(with.isPresent() ? mark.tone().styleClass() : "");
        if (!with.equals(icon)) {
            setGraphic(with.map(FontIcon::new).orElse(null));
        }
        setText(mark.text());
        if (shown == null || !mark.detail().equals(shown.detail())) {
            setTooltip(mark.detail().isEmpty() ? null : new Tooltip(mark.detail()));
        }
        setAccessibleText(mark.detail().isEmpty() ? mark.text() : mark.text() + ": " + mark.detail());
        shown = mark;
        icon = with;
    }

    private void dress(String newer) {
        if (newer.equals(toneStyle)) {
            return;
        }
        getStyleClass().remove(toneStyle);
        if (!newer.isEmpty()) {
            getStyleClass().add(newer);
        }
        toneStyle = newer;
    }
}
