package io.beanpole.console.release;

import io.beanpole.console.control.Mark;
import io.beanpole.console.control.Pill;
import io.beanpole.console.control.Tone;
import io.beanpole.console.list.Row;
import io.beanpole.console.naming.Names;
import io.beanpole.console.words.Words;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;

/** An image's digest, and whether it is the one that runs. */
final class DigestCell extends TableCell<Row<ImageLine>, ImageLine> {
    private final Pill running = new Pill(new Mark(Tone.GOOD, Words.of("deploy.image.runs")));

    DigestCell() {
        setContentDisplay(ContentDisplay.RIGHT);
    }

    @Override
    protected void updateItem(ImageLine item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setText(null);
            setGraphic(null);
        } else {
            setText(Names.digest(item.image().digest()));
            setGraphic(item.isDeployed() ? running : null);
        }
    }
}
