package io.beanpole.console.environments;

import javafx.beans.binding.Bindings;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;

/** A table that is as high as its rows need, up to a number of them, and leaves the rest of the room to others. */
final class FittingHeight {
    /** An empty table still has to say why it is empty. */
    private static final int FEWEST_ROWS = 2;

    private static final int BORDERS = 3;
    private static final double HEADER = 36;
    private static final double ROW = 29;

    private FittingHeight() {}

    /** @param most rows without a scroll bar */
    static void install(TableView<?> table, int most) {
        var rows = Bindings.size(table.getItems());
        var height = Bindings.createDoubleBinding(
                () -> heightOf(table, Math.max(FEWEST_ROWS, Math.min(most, rows.get()))), rows, table.heightProperty());
        table.prefHeightProperty().bind(height);
        table.maxHeightProperty().bind(height);
    }

    /** A divider below the rows of the table, unless that leaves the other side too little. */
    static double divider(TableView<?> table, double height, double most) {
        var rows = Math.max(FEWEST_ROWS, table.getItems().size() + 1);
        return Math.min(most, heightOf(table, rows) / height);
    }

    private static double heightOf(TableView<?> table, int rows) {
        return heightOf(table, ".column-header-background", HEADER)
                + rows * heightOf(table, ".table-row-cell", ROW)
                + BORDERS;
    }

    /** As it was laid out; before that, as it is at the usual size of text. */
    private static double heightOf(TableView<?> table, String part, double usual) {
        return table.lookup(part) instanceof Region laidOut && laidOut.getHeight() >= usual / 2
                ? laidOut.getHeight()
                : usual;
    }
}
