package io.beanpole.console;

import io.beanpole.console.action.Action;
import io.beanpole.console.action.Actions;
import io.beanpole.console.palette.PaletteEntry;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.javafx.FontIcon;

/** The actions as menus and as lines of the palette: one list, shown twice. */
final class MenuBarItems {
    private final Actions actions;

    MenuBarItems(Actions actions) {
        this.actions = actions;
    }

    /** The menus of the menu bar; their shortcuts work in the whole window. */
    List<Menu> menus() {
        return Arrays.stream(Action.Menu.values()).map(this::menu).toList();
    }

    /** The actions that can be done now. */
    List<PaletteEntry> entries() {
        return Arrays.stream(Action.values())
                .filter(action -> action != Action.SHOW_PALETTE)
                .filter(action -> actions.enabledProperty(action).get())
                .map(action -> new PaletteEntry(
                        action.title(), shortcut(action), action.icon(), () -> actions.perform(action)))
                .toList();
    }

    private Menu menu(Action.Menu name) {
        var menu = new Menu(name.title());
        Arrays.stream(Action.values())
                .filter(action -> action.menu() == name)
                .map(this::item)
                .forEach(menu.getItems()::add);
        return menu;
    }

    private MenuItem item(Action action) {
        var item = new MenuItem(action.title(), new FontIcon(action.icon()));
        item.setAccelerator(action.shortcut());
        item.setOnAction(event -> actions.perform(action));
        item.disableProperty().bind(actions.enabledProperty(action).not());
        return item;
    }

    private static String shortcut(Action action) {
        return Optional.ofNullable(action.shortcut())
                .map(KeyCombination::getDisplayText)
                .orElse("");
    }
}
