package io.beanpole.console.palette;

import java.util.Comparator;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The entries that match what was typed, the best first. */
final class PaletteViewModel {
    private final StringProperty typed = new SimpleStringProperty(this, "typed", "");
    private final ObservableList<PaletteEntry> matches = FXCollections.observableArrayList();
    private List<PaletteEntry> entries = List.of();

    PaletteViewModel() {
        typed.addListener((text, before, now) -> match());
    }

    /** Begins anew with what can be done now. */
    void open(List<PaletteEntry> possible) {
        entries = List.copyOf(possible);
        typed.set("");
        match();
    }

    StringProperty typedProperty() {
        return typed;
    }

    ObservableList<PaletteEntry> matches() {
        return matches;
    }

    private void match() {
        matches.setAll(entries.stream()
                .filter(entry -> entry.matches(typed.get()))
                .sorted(Comparator.comparingInt(entry -> entry.distance(typed.get())))
                .toList());
    }
}
