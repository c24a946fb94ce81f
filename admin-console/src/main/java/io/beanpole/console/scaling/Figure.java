package io.beanpole.console.scaling;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A number with the word that says what it counts. */
final class Figure extends VBox {
    private final Label value = new Label("–");

    Figure(String caption) {
        var words = new Label(caption);
        getStyleClass().add("group-figure");
        value.getStyleClass().add("group-value");
        words.getStyleClass().add("caption");
        getChildren().addAll(value, words);
    }

    void show(String text) {
        value.setText(text);
    }
}
