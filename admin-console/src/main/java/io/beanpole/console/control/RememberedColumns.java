package io.beanpole.console.control;

import io.beanpole.console.memory.Memory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/**
 * Keeps how a person arranged a table: order, widths, visibility and sorting of its columns, by their ids. Kept as text,
 * {@code name:240 health:90:up depth:60:hidden}, so that a column that comes or goes with a version does no harm.
 */
public final class RememberedColumns<T> {
    /** The key among a table's properties of how much larger than usual it is; widths are remembered in the usual size. */
    public static final String SCALE = "beanpole.scale";

    private static final String UP = "up";
    private static final String DOWN = "down";
    private static final String HIDDEN = "hidden";

    private final TableView<T> table;
    private final StringProperty text;
    private boolean restoring;

    private RememberedColumns(TableView<T> table, StringProperty text) {
        this.table = table;
        this.text = text;
    }

    /**
     * Arranges a table as it was last, and remembers from now on. To be called once its columns are there; those without
     * an id stay where they are.
     *
     * @param key under which it is remembered, "environments.table"
     */
    public static <T> void install(TableView<T> table, Memory memory, String key) {
        var columns = new RememberedColumns<>(table, memory.text(key, ""));
        columns.restore();
        columns.follow();
    }

    /** How much larger than usual a table is. */
    public static double scale(TableView<?> table) {
        return table.getProperties().get(SCALE) instanceof Double scale ? scale : 1;
    }

    private void restore() {
        restoring = true;
        try {
            var known = new HashMap<String, TableColumn<T, ?>>();
            table.getColumns().forEach(column -> known.put(String.valueOf(column.getId()), column));
            var sorted = new ArrayList<TableColumn<T, ?>>();
            var ordered = new ArrayList<TableColumn<T, ?>>();
            for (var word : text.get().split(" ")) {
                arrange(List.of(word.split(":", -1)), known, ordered, sorted);
            }
            // A column that the last version didn't have keeps its place.
            for (int at = 0; at < table.getColumns().size(); at++) {
                var column = table.getColumns().get(at);
                if (!ordered.contains(column)) {
                    ordered.add(Math.min(at, ordered.size()), column);
                }
            }
            if (!ordered.equals(table.getColumns())) {
                table.getColumns().setAll(ordered);
            }
            if (!sorted.isEmpty()) {
                table.getSortOrder().setAll(sorted);
            }
        } finally {
            restoring = false;
        }
    }

    private static <T> void arrange(
            List<String> parts,
            Map<String, TableColumn<T, ?>> known,
            List<TableColumn<T, ?>> ordered,
            List<TableColumn<T, ?>> sorted) {
        @Nullable TableColumn<T, ?> column = known.remove(parts.get(0));
        if (column == null || parts.size() < 2) {
            return;
        }
        ordered.add(column);
        if (column.isResizable() && parts.get(1).matches("\\d{2,4}")) {
            column.setPrefWidth(Double.parseDouble(parts.get(1)));
        }
        column.setVisible(!parts.contains(HIDDEN));
        if (parts.contains(UP) || parts.contains(DOWN)) {
            column.setSortType(parts.contains(UP) ? SortType.ASCENDING : SortType.DESCENDING);
            sorted.add(column);
        }
    }

    private void follow() {
        InvalidationListener changed = property -> remember();
        table.getColumns().addListener((ListChangeListener<TableColumn<T, ?>>) change -> remember());
        table.getSortOrder().addListener((ListChangeListener<TableColumn<T, ?>>) change -> remember());
        for (var column : table.getColumns()) {
            column.widthProperty().addListener(changed);
            column.visibleProperty().addListener(changed);
            column.sortTypeProperty().addListener(changed);
        }
    }

    /** Widths are only a person's choice once the table is on the screen; the layout before it is not. */
    private void remember() {
        if (restoring || table.getScene() == null || table.getWidth() <= 0) {
            return;
        }
        var words = new ArrayList<String>();
        for (var column : table.getColumns()) {
            if (column.getId() != null) {
                words.add(word(column));
            }
        }
        text.set(String.join(" ", words));
    }

    private String word(TableColumn<T, ?> column) {
        var word = new StringBuilder(column.getId()).append(':').append(Math.round(column.getWidth() / scale(table)));
        if (table.getSortOrder().contains(column)) {
            word.append(':').append(column.getSortType() == SortType.ASCENDING ? UP : DOWN);
        }
        return column.isVisible()
                ? word.toString()
                : word.append(':').append(HIDDEN).toString();
    }
}
