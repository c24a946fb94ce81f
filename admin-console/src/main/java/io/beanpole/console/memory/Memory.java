package io.beanpole.console.memory;

import java.util.Map;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * Texts by key that are kept with the settings: filters, ranges, widths of columns. A key begins with its screen,
 * "environments.filter". Belongs to the window's thread.
 */
public final class Memory {
    private final Map<String, StringProperty> texts = new TreeMap<>();
    private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper(this, "changes", 0);

    /** What is remembered under a key, to be bound to; the default the first time. */
    public StringProperty text(String key, String whenNew) {
        return texts.computeIfAbsent(key, name -> {
            var text = new SimpleStringProperty(this, name, whenNew);
            text.addListener((property, before, now) -> changes.set(changes.get() + 1));
            return text;
        });
    }

    /** Grows with every change, so that what keeps the settings hears of it. */
    public ReadOnlyLongProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    /** Everything that is remembered, by key. */
    public Map<String, String> all() {
        var all = new TreeMap<String, String>();
        texts.forEach((key, text) -> all.put(key, text.get()));
        return all;
    }
}
