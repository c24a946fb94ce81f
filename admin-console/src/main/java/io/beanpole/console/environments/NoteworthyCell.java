package io.beanpole.console.environments;

import io.beanpole.console.control.Mark;
import io.beanpole.console.control.MarkLabel;
import io.beanpole.console.list.Row;
import java.util.Optional;
import javafx.scene.control.TableCell;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** A fact that bears an icon only where there is something to note, so that what is usual leaves the eye alone. */
final class NoteworthyCell extends TableCell<Row<EnvironmentLine>, Mark> {
    private final MarkLabel label = new MarkLabel();
    private final Feather notice;

    /** @param notice the icon of what is worth knowing and no trouble, which says what it is about */
    NoteworthyCell(Feather notice) {
        this.notice = notice;
    }

    @Override
    protected void updateItem(Mark item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            return;
        }
        label.show(item, icon(item));
        setGraphic(label);
    }

    private Optional<Ikon> icon(Mark mark) {
        return switch (mark.tone()) {
            case GOOD, IDLE -> Optional.empty();
            case NOTICE -> Optional.of(notice);
            default -> Optional.of(mark.tone().icon());
        };
    }
}
