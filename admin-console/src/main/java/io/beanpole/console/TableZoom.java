package io.beanpole.console;

import io.beanpole.console.control.RememberedColumns;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;

/**
 * Columns are as wide as their letters are large. Where everything is large a table is wider than its place and scrolls
 * sideways, rather than cutting every word.
 */
final class TableZoom {
    private static final String POLICY = "beanpole.policy";
    private static final String LEAST = "beanpole.least";

    private TableZoom() {}

    /** Gives all tables in here the size that is wanted, 1 for the usual one. */
    static void apply(Node node, double scale) {
        if (node instanceof TableView<?> table) {
            apply(table, scale);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> apply(child, scale));
        }
    }

    private static void apply(TableView<?> table, double scale) {
        var policy = table.getProperties().computeIfAbsent(POLICY, key -> table.getColumnResizePolicy());
        var before = RememberedColumns.scale(table);
        if (before == scale) {
            return;
        }
        table.getProperties().put(RememberedColumns.SCALE, scale);
        if (scale > 1) {
            table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        }
        table.getColumns().forEach(column -> widen(column, before, scale));
        if (scale == 1) {
            restore(table, policy);
        }
    }

    private static void widen(TableColumnBase<?, ?> column, double before, double scale) {
        var least = (Double) column.getProperties().computeIfAbsent(LEAST, key -> column.getMinWidth());
        var usual = Math.max(column.getPrefWidth(), column.getWidth()) / before;
        column.setMaxWidth(Math.max(column.getMaxWidth(), usual * scale));
        column.setMinWidth(least * scale);
        column.setPrefWidth(usual * scale);
    }

    @SuppressWarnings("unchecked") // it is the table's own, of the same rows
    private static <T> void restore(TableView<T> table, Object policy) {
        table.setColumnResizePolicy((javafx.util.Callback<TableView.ResizeFeatures, Boolean>) policy);
    }
}
