package io.beanpole.console.control;

import io.beanpole.console.list.Row;
import java.util.function.Function;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;

/** What the columns of a table show of each row, and how. */
public final class Columns {
    private Columns() {}

    /** A column of text. */
    public static <T> void text(TableColumn<Row<T>, String> column, Function<T, String> part) {
        column.setCellValueFactory(cell -> cell.getValue().part(part));
    }

    /** A column of numbers, aligned to the right and sorted by value. */
    public static <T, N extends Number> void number(
            TableColumn<Row<T>, N> column, Function<T, N> part, Function<N, String> wording) {
        column.getStyleClass().add("number-column");
        column.setCellValueFactory(cell -> cell.getValue().part(part));
        column.setCellFactory(made -> new NumberCell<>(wording));
    }

    /** A column of marks, sorted from bad to good. */
    public static <T> void mark(TableColumn<Row<T>, Mark> column, Function<T, Mark> part) {
        column.setCellValueFactory(cell -> cell.getValue().part(part));
        column.setCellFactory(made -> new MarkCell<>());
        column.setComparator((left, right) -> {
            var byTone = right.tone().compareTo(left.tone());
            return byTone == 0 ? left.text().compareTo(right.text()) : byTone;
        });
    }

    /** A number in a table. */
    private static final class NumberCell<T, N extends Number> extends TableCell<Row<T>, N> {
        private final Function<N, String> wording;

        NumberCell(Function<N, String> wording) {
            this.wording = wording;
        }

        @Override
        protected void updateItem(N item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? null : wording.apply(item));
        }
    }
}
