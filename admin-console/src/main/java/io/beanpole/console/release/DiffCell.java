package io.beanpole.console.release;

import io.beanpole.console.naming.Names;
import java.util.Locale;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;

/** One line of a difference, in the colour of its kind. */
final class DiffCell extends ListCell<DiffLine> {
    private static final String PREFIX = "diff-";

    DiffCell() {
        // As wide as the list and no wider; what is cut stands in the tooltip.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(DiffLine item, boolean empty) {
        super.updateItem(item, empty);
        getStyleClass().removeIf(style -> style.startsWith(PREFIX));
        if (empty || item == null) {
            setText(null);
            setTooltip(null);
        } else {
            getStyleClass().add(PREFIX + item.kind().name().toLowerCase(Locale.ROOT));
            setText(Names.shortened(item.text()));
            setTooltip(item.text().isBlank() ? null : new Tooltip(item.text().strip()));
        }
    }
}
