package io.beanpole.console;

import io.beanpole.console.control.Mark;
import io.beanpole.console.control.MarkLabel;
import io.beanpole.console.control.Tone;
import io.beanpole.console.list.Row;
import io.beanpole.console.screen.Selection;
import io.beanpole.deploy.beanstalk.EnvironmentOverview;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;

/** Ties the chooser in the top bar to the selection of the workspace, both ways. */
final class EnvironmentChooser {
    private final ComboBox<Row<EnvironmentOverview>> box;
    private final Selection selection;

    EnvironmentChooser(ComboBox<Row<EnvironmentOverview>> box, Selection selection) {
        this.box = box;
        this.selection = selection;
        box.setCellFactory(list -> new EnvironmentCell());
        box.setButtonCell(new EnvironmentCell());
        box.setItems(selection.environments());
        box.setOnAction(event -> chosen());
        selection.nameProperty().addListener((name, before, now) -> show(now));
        show(selection.name());
    }

    private void chosen() {
        var row = box.getValue();
        if (row != null) {
            selection.choose(row.value().name());
        }
    }

    private void show(String name) {
        selection.environments().stream()
                .filter(row -> row.value().name().equals(name))
                .findFirst()
                .ifPresentOrElse(box::setValue, () -> box.setValue(null));
    }

    /** An environment with its health. */
    private static final class EnvironmentCell extends ListCell<Row<EnvironmentOverview>> {
        private final MarkLabel label = new MarkLabel();

        @Override
        protected void updateItem(Row<EnvironmentOverview> row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            if (empty || row == null) {
                setGraphic(null);
            } else {
                var environment = row.value();
                label.show(new Mark(Tone.ofHealth(environment.healthStatus()), environment.name()));
                setGraphic(label);
                setAccessibleText(environment.name() + ", " + environment.healthStatus());
            }
        }
    }
}
