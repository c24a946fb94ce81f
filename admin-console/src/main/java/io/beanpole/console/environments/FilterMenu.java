package io.beanpole.console.environments;

import io.beanpole.console.words.Words;
import java.util.ArrayList;
import javafx.beans.property.StringProperty;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;

/** The menu of saved filters: choose one, save what is typed under a name, remove the one that is in use. */
final class FilterMenu {
    private final MenuButton button;
    private final SavedFilters saved;
    private final StringProperty filter;

    FilterMenu(MenuButton button, SavedFilters saved, StringProperty filter) {
        this.button = button;
        this.saved = saved;
        this.filter = filter;
    }

    void install() {
        button.setOnShowing(event -> fill());
        fill();
    }

    private void fill() {
        var items = new ArrayList<MenuItem>();
        saved.all().forEach((name, text) -> {
            var item = new MenuItem(name);
            item.setMnemonicParsing(false);
            item.setOnAction(event -> filter.set(text));
            items.add(item);
        });
        items.add(new SeparatorMenuItem());
        items.add(name());
        saved.all().forEach((name, text) -> {
            if (text.equals(filter.get().strip())) {
                var item = new MenuItem(Words.of("environments.filters.remove", name));
                item.setMnemonicParsing(false);
                item.setOnAction(event -> saved.remove(name));
                items.add(item);
            }
        });
        button.getItems().setAll(items);
    }

    private MenuItem name() {
        var field = new TextField();
        field.setId("environment-filter-name");
        var prompt = Words.of(filter.get().isBlank() ? "environments.filters.nothing" : "environments.filters.save");
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        field.setPrefColumnCount(24);
        field.setDisable(filter.get().isBlank());
        field.setOnAction(event -> {
            saved.save(field.getText(), filter.get());
            button.hide();
        });
        var item = new CustomMenuItem(field);
        item.setHideOnClick(false);
        return item;
    }
}
