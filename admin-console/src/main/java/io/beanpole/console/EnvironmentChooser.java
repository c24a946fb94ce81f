package io.beanpole.console;

import io.beanpole.console.control.Mark;
import io.beanpole.console.control.MarkLabel;
import io.beanpole.console.control.Tone;
import io.beanpole.console.list.Row;
import io.beanpole.console.screen.Selection;
import io.beanpole.deploy.beanstalk.EnvironmentOverview;
import javafx.beans.value.ChangeListener;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;

/** Ties the chooser in the top bar to the selection of the workspace, both ways. */
final class EnvironmentChooser {
    private final ChangeListener<String> named = (name, before, now) -> show(now);
    private ComboBox<Row<EnvironmentOverview>> box = new ComboBox<>();
    private Selection selection = new Selection();

    /** This is the chooser from now on. */
    void install(ComboBox<Row<EnvironmentOverview>> chooser) {
        box = chooser;
        box.setCellFactory(list -> new EnvironmentCell());
        box.setButtonCell(new EnvironmentCell());
        box.setOnAction(event -> chosen());
    }

    /** It shows the environments of another workspace from now on. */
    void follow(Selection other) {
        selection.nameProperty().removeListener(named);
        selection = other;
        box.setItems(selection.environments());
        selection.nameProperty().addListener(named);
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
