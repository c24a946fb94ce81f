package io.beanpole.console.control;

import io.beanpole.console.list.Row;
import java.util.function.Function;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;

/** A text in a table that may be cut: its tooltip has all of it. */
public final class ShortText<T> extends TableCell<Row<T>, String> {
    private final Tooltip full = new Tooltip();

    private ShortText() {
        full.setWrapText(true);
        full.setMaxWidth(560);
    }

    /** Makes it the cell of a column. */
    public static <T> void column(TableColumn<Row<T>, String> column, Function<T, String> part) {
        column.setCellValueFactory(cell -> cell.getValue().part(part));
        column.setCellFactory(made -> new ShortText<>());
    }

    @Override
    protected void updateItem(String item, boolean empty) {
        super.updateItem(item, empty);
        var isBlank = empty || item == null || item.isEmpty();
        setText(isBlank ? null : item);
        full.setText(isBlank ? "" : item);
        setTooltip(isBlank ? null : full);
    }
}
