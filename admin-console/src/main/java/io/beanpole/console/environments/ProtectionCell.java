package io.beanpole.console.environments;

import io.beanpole.console.guard.Deed;
import io.beanpole.console.list.Row;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.beanstalk.InstanceOverview;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Whether scale-in spares an instance, in words and with a shield, and beside it the button that turns it. */
final class ProtectionCell extends TableCell<Row<InstanceOverview>, InstanceOverview> {
    private final Label state = new Label();
    private final Button turn = new Button();
    private final HBox line = new HBox(state, new Region(), turn);
    private final Tooltip reason = new Tooltip();
    private final EnvironmentDeeds deeds;

    ProtectionCell(EnvironmentDeeds deeds) {
        this.deeds = deeds;
        var whyNot = deeds.whyNot(Deed.PROTECT);
        line.getStyleClass().add("turned");
        HBox.setHgrow(line.getChildren().get(1), Priority.ALWAYS);
        turn.getStyleClass().add("cell-button");
        turn.setMinWidth(Region.USE_PREF_SIZE);
        turn.disableProperty().bind(whyNot.map(why -> !why.isEmpty()));
        turn.accessibleHelpProperty().bind(whyNot);
        // A disabled button shows no tooltip of its own.
        reason.textProperty().bind(whyNot);
        tooltipProperty().bind(whyNot.map(why -> why.isEmpty() ? null : reason));
    }

    @Override
    protected void updateItem(InstanceOverview item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            return;
        }
        var isProtected = item.isProtected();
        var wish = Words.of(isProtected ? "environments.unprotect" : "environments.protect", item.id());
        state.setText(Words.of(isProtected ? "environments.protected" : "environments.unprotected"));
        state.setGraphic(isProtected ? new FontIcon(Feather.SHIELD) : null);
        turn.setText(Words.of(isProtected ? "environments.unprotect.short" : "environments.protect.short"));
        turn.setAccessibleText(wish);
        turn.setTooltip(new Tooltip(wish));
        turn.setOnAction(event -> deeds.turnProtection(item));
        setGraphic(line);
    }
}
