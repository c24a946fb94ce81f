package io.beanpole.console.scaling;

import atlantafx.base.theme.Styles;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/** How far back the chart looks, as a row of buttons of which one is pressed. */
final class RangeButtons {
    private RangeButtons() {}

    /** Fills a box with them; the pressed one follows the range, as when another screen led to an older moment. */
    static void fill(HBox box, ObjectProperty<TimeRange> chosen) {
        var group = new ToggleGroup();
        var all = TimeRange.values();
        for (var range : all) {
            var button = new ToggleButton(range.title());
            var isEdge = range == all[0] || range == all[all.length - 1];
            button.getStyleClass()
                    .add(isEdge ? range == all[0] ? Styles.LEFT_PILL : Styles.RIGHT_PILL : Styles.CENTER_PILL);
            button.setToggleGroup(group);
            button.setOnAction(event -> {
                button.setSelected(true);
                chosen.set(range);
            });
            chosen.subscribe(now -> button.setSelected(now == range));
            box.getChildren().add(button);
        }
    }
}
