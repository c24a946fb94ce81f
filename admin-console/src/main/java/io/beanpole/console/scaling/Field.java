package io.beanpole.console.scaling;

import io.beanpole.console.words.Words;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** A field of a form with its name above it, which is its name for screen readers too. */
final class Field extends VBox {
    private Field(String nameKey, Node control) {
        var label = new Label(Words.of(nameKey));
        label.setLabelFor(control);
        getChildren().addAll(label, control);
    }

    /** @param id of the control */
    static Field text(String nameKey, String place, StringProperty text, String id) {
        var control = new TextField();
        control.setId(id);
        control.getStyleClass().add("short-field");
        control.setAccessibleText(place + ", " + Words.of(nameKey));
        control.textProperty().bindBidirectional(text);
        return new Field(nameKey, control);
    }

    /** What it means that nothing is written. */
    Field saysWhenEmpty(String key) {
        getChildren().stream()
                .filter(TextField.class::isInstance)
                .map(TextField.class::cast)
                .forEach(field -> {
                    field.setPromptText(Words.of(key));
                    field.setTooltip(new Tooltip(Words.of(key)));
                });
        return this;
    }

    /** @param words what each value is called */
    static <T extends Enum<T>> Field choice(
            String nameKey, String place, ObjectProperty<T> value, StringConverter<T> words) {
        var control = new ComboBox<T>();
        control.setConverter(words);
        control.getItems().setAll(value.get().getDeclaringClass().getEnumConstants());
        control.setAccessibleText(place + ", " + Words.of(nameKey));
        control.valueProperty().bindBidirectional(value);
        return new Field(nameKey, control);
    }
}
