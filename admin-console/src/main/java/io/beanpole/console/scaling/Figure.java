package io.beanpole.console.scaling;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A number with the word that says what it counts. */
final class Figure extends VBox {
    private final Label value = new Label("–");

    Figure(String caption) {
        var words = new Label(caption);
        getStyleClass().add("figure");
        value.getStyleClass().add("figure-value");
        words.getStyleClass().add("figure-caption");
        getChildren().addAll(value, words);
    }

    void show(String text) {
        value.setText(text);
    }
}
