package io.beanpole.console;

import io.beanpole.console.action.Actions;
import io.beanpole.console.screen.ScreenName;
import io.beanpole.console.words.Words;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The names of the screens at the left; the one that is shown stands out. */
final class Navigation {
    private final Actions actions;
    private final Map<ScreenName, ToggleButton> buttons = new EnumMap<>(ScreenName.class);
    private final ToggleGroup group = new ToggleGroup();

    Navigation(VBox box, Actions actions) {
        this.actions = actions;
        for (var name : ScreenName.values()) {
            if (Screens.names().contains(name)) {
                box.getChildren().add(button(name));
            }
        }
    }

    /** Marks a screen as the one that is shown. */
    void select(ScreenName name) {
        var button = buttons.get(name);
        if (button != null) {
            group.selectToggle(button);
        }
    }

    private ToggleButton button(ScreenName name) {
        var button = new ToggleButton(name.title(), new FontIcon(name.action().icon()));
        button.setId("nav-" + name.id());
        button.getStyleClass().add("navigation-button");
        button.setToggleGroup(group);
        button.setTooltip(new Tooltip(Words.of("frame.navigation.tip", name.title())));
        button.setAccessibleText(Words.of("frame.navigation.show", name.title()));
        button.disableProperty().bind(actions.enabledProperty(name.action()).not());
        button.setOnAction(event -> {
            // A second press must not leave the navigation without a selection.
            group.selectToggle(button);
            actions.perform(name.action());
        });
        buttons.put(name, button);
        return button;
    }
}
