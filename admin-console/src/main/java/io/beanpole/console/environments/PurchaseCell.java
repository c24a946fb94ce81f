package io.beanpole.console.environments;

import io.beanpole.console.list.Row;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.beanstalk.InstanceOverview;
import io.beanpole.deploy.beanstalk.Purchase;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;

/** How an instance was bought, and in its tooltip what that means for it. */
final class PurchaseCell extends TableCell<Row<InstanceOverview>, Purchase> {
    private final Tooltip meaning = new Tooltip();

    @Override
    protected void updateItem(Purchase item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setText(null);
            setTooltip(null);
            return;
        }
        setText(
                switch (item) {
                    case SPOT -> Words.of("environments.purchase.spot");
                    case ON_DEMAND -> Words.of("environments.purchase.ondemand");
                    case UNKNOWN -> Words.of("environments.purchase.unknown");
                });
        meaning.setText(
                switch (item) {
                    case SPOT -> Words.of("environments.purchase.spot.meaning");
                    case ON_DEMAND -> Words.of("environments.purchase.ondemand.meaning");
                    case UNKNOWN -> Words.of("environments.purchase.unknown.meaning");
                });
        setTooltip(meaning);
    }
}
