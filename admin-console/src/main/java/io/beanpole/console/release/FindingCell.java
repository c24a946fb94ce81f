package io.beanpole.console.release;

import io.beanpole.console.control.Mark;
import io.beanpole.console.control.MarkLabel;
import io.beanpole.console.control.Tone;
import io.beanpole.deploy.dockerrun.DockerrunFinding;
import javafx.scene.control.ListCell;

/** One thing that is wrong with the file: where, what, and what to do. */
final class FindingCell extends ListCell<DockerrunFinding> {
    private final MarkLabel label = new MarkLabel();

    FindingCell() {
        label.setWrapText(true);
        label.maxWidthProperty().bind(widthProperty().subtract(24));
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(DockerrunFinding item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
        } else {
            var place = item.line() > 0 ? "Line " + item.line() + ": " : "";
            label.show(new Mark(
                    item.isError() ? Tone.BAD : Tone.WARNING,
                    place + item.message() + " " + item.repair(),
                    item.place()));
            setGraphic(label);
        }
    }
}
