package io.beanpole.console.release;

import io.beanpole.console.control.Tone;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.dockerrun.DockerrunFinding;
import javafx.scene.control.ListCell;
import org.kordamp.ikonli.javafx.FontIcon;

/** One thing that is wrong with the file: where, what, and what to do. */
final class FindingCell extends ListCell<DockerrunFinding> {
    FindingCell() {
        getStyleClass().add("mark");
        setWrapText(true);
        // As wide as the list and no wider, so that long sentences wrap.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(DockerrunFinding item, boolean empty) {
        super.updateItem(item, empty);
        getStyleClass().removeIf(style -> style.startsWith("tone-"));
        if (empty || item == null) {
            setText(null);
            setGraphic(null);
        } else {
            var tone = item.isError() ? Tone.BAD : Tone.WARNING;
            getStyleClass().add(tone.styleClass());
            setText(
                    item.line() > 0
                            ? Words.of(
                                    "deploy.finding.line", Integer.toString(item.line()), item.message(), item.repair())
                            : item.message() + " " + item.repair());
            setGraphic(new FontIcon(tone.icon()));
        }
    }
}
