package io.beanpole.console.environments;

import io.beanpole.console.list.Row;
import io.beanpole.console.screen.ConnectionCard;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** The connection of an environment: its colour and its name. */
final class ConnectionCell extends TableCell<Row<EnvironmentLine>, ConnectionCard> {
    private final Region swatch = new Region();

    @Override
    protected void updateItem(ConnectionCard item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setText(null);
            setGraphic(null);
            setTooltip(null);
            return;
        }
        swatch.getStyleClass().setAll("swatch", "connection-" + item.color());
        setText(item.name());
        setGraphic(swatch);
        setTooltip(new Tooltip(item.name()));
    }
}
