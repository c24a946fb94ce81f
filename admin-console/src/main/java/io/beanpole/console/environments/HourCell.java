package io.beanpole.console.environments;

import io.beanpole.console.control.Sparkline;
import io.beanpole.console.control.Wording;
import io.beanpole.console.list.Row;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.fleet.FleetQueue.Depth;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.control.TableCell;

/** The depth of the last hour as a small line; a reading that brings the same hour draws nothing. */
final class HourCell extends TableCell<Row<EnvironmentLine>, List<Depth>> {
    private final Sparkline line = new Sparkline();

    HourCell() {
        line.setPrefHeight(18);
    }

    @Override
    protected void updateItem(List<Depth> item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null || item.size() < 2) {
            setGraphic(null);
            return;
        }
        line.show(item.stream()
                .map(depth -> new Point2D(depth.at().getEpochSecond(), depth.messages()))
                .toList());
        var most = item.stream().mapToDouble(Depth::messages).max().orElse(0);
        line.setAccessibleText(Words.of("environments.hour.most", Wording.plain(most)));
        setGraphic(line);
    }
}
