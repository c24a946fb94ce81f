package io.beanpole.console.alarms;

import io.beanpole.deploy.scaling.AlarmTransition;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;

/** A reason, whole in a tooltip where the cell cuts it. */
final class ReasonCell extends TableCell<AlarmTransition, String> {
    private static final double WIDEST = 560;

    private final Tooltip tooltip = new Tooltip();

    ReasonCell() {
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(WIDEST);
    }

    @Override
    protected void updateItem(String item, boolean empty) {
        super.updateItem(item, empty);
        setText(empty || item == null ? null : item);
        tooltip.setText(empty || item == null ? "" : item);
        setTooltip(empty ? null : tooltip);
    }
}
