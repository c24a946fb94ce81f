package io.beanpole.console.control;

import javafx.scene.control.TableCell;

/** A mark in a table. */
public final class MarkCell<S> extends TableCell<S, Mark> {
    private final MarkLabel label = new MarkLabel();

    @Override
    protected void updateItem(Mark item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
        } else {
            label.show(item);
            setGraphic(label);
        }
    }
}
