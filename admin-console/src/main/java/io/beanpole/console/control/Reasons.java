package io.beanpole.console.control;

import io.beanpole.console.words.Words;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;

/** Buttons and items of menus that say why they can't be pressed. */
public final class Reasons {
    private static final double WIDEST = 420;

    private Reasons() {}

    /**
     * Disables a button while there is a reason, and says it. A disabled button gets no mouse, so the reason stands in the
     * tooltip of what is around it as well, and in its help for those who don't see it.
     *
     * @param whyNot a sentence; empty where it can be pressed
     * @param tip what is said where it can
     */
    public static void bind(ButtonBase button, ObservableValue<String> whyNot, String tip) {
        button.disableProperty().bind(whyNot.map(why -> !why.isEmpty()));
        var help = whyNot.map(why -> why.isEmpty() ? tip : why);
        button.accessibleHelpProperty().bind(help);
        var tooltip = new Tooltip();
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(WIDEST);
        tooltip.textProperty().bind(help);
        if (button.getParent() != null) {
            Tooltip.install(button.getParent(), tooltip);
        }
        button.setTooltip(tooltip);
    }

    /** The same for an item of a menu that is about to show, which has no tooltip: the reason follows its name. */
    public static void say(MenuItem item, String whyNot) {
        item.setDisable(!whyNot.isEmpty());
        if (!whyNot.isEmpty()) {
            item.setText(Words.of("screens.not-now", item.getText(), whyNot));
        }
    }
}
