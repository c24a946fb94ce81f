package io.beanpole.console.control;

import io.beanpole.console.list.Row;
import java.util.function.Function;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/** Rows of a table that tell in full, when the pointer rests on them, what their cells have no room for. */
public final class DetailedRows {
    private static final double WIDEST = 560;
    private static final Duration LONG = Duration.minutes(1);

    private DetailedRows() {}

    /** Gives the rows of a table a tooltip; a row without detail has none. */
    public static <T> void install(TableView<Row<T>> table, Function<T, String> detail) {
        table.setRowFactory(made -> new DetailedRow<>(detail));
    }

    /** A row with its tooltip. */
    private static final class DetailedRow<T> extends TableRow<Row<T>> {
        private final Function<T, String> detail;
        private final Tooltip tooltip = new Tooltip();

        DetailedRow(Function<T, String> detail) {
            this.detail = detail;
            tooltip.setWrapText(true);
            tooltip.setMaxWidth(WIDEST);
            tooltip.setShowDuration(LONG);
            tooltip.setOnShowing(event -> {
                if (getItem() != null) {
                    tooltip.setText(detail.apply(getItem().value()));
                }
            });
        }

        @Override
        protected void updateItem(Row<T> item, boolean empty) {
            super.updateItem(item, empty);
            var hasDetail =
                    !empty && item != null && !detail.apply(item.value()).isBlank();
            setTooltip(hasDetail ? tooltip : null);
        }
    }
}
