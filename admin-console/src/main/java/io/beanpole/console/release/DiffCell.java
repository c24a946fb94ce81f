package io.beanpole.console.release;

import io.beanpole.console.naming.Names;
import java.util.Locale;
import javafx.scene.control.ListCell;

/** One line of a difference, in the colour of its kind. */
final class DiffCell extends ListCell<DiffLine> {
    private static final String PREFIX = "diff-";

    @Override
    protected void updateItem(DiffLine item, boolean empty) {
        super.updateItem(item, empty);
        getStyleClass().removeIf(style -> style.startsWith(PREFIX));
        if (empty || item == null) {
            setText(null);
        } else {
            getStyleClass().add(PREFIX + item.kind().name().toLowerCase(Locale.ROOT));
            setText(Names.shortened(item.text()));
        }
    }
}
