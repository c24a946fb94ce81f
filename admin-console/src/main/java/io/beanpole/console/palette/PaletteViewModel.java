package io.beanpole.console.palette;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The entries that match what was typed, the best first; what was done lately comes before the rest. */
final class PaletteViewModel {
    private static final int REMEMBERED = 8;
    private static final String BETWEEN = "\n";

    private final StringProperty typed = new SimpleStringProperty(this, "typed", "");
    private final StringProperty recent;
    private final ObservableList<PaletteEntry> matches = FXCollections.observableArrayList();
    private List<PaletteEntry> entries = List.of();

    PaletteViewModel() {
        this(new SimpleStringProperty(""));
    }

    /** @param recent keeps what was done lately, the last first */
    PaletteViewModel(StringProperty recent) {
        this.recent = recent;
        typed.addListener((text, before, now) -> match());
    }

    /** Begins anew with what can be done now. */
    void open(List<PaletteEntry> possible) {
        entries = List.copyOf(possible);
        typed.set("");
        match();
    }

    /** This was done: it stands first the next time. */
    void done(PaletteEntry entry) {
        var lately = new ArrayList<>(lately());
        lately.remove(entry.key());
        lately.add(0, entry.key());
        recent.set(String.join(BETWEEN, lately.subList(0, Math.min(REMEMBERED, lately.size()))));
    }

    StringProperty typedProperty() {
        return typed;
    }

    ObservableList<PaletteEntry> matches() {
        return matches;
    }

    private List<String> lately() {
        return recent.get().isEmpty() ? List.of() : List.of(recent.get().split(BETWEEN));
    }

    private void match() {
        var lately = lately();
        matches.setAll(entries.stream()
                .filter(entry -> entry.matches(typed.get()))
                .sorted(Comparator.<PaletteEntry>comparingInt(entry -> entry.distance(typed.get()))
                        .thenComparingInt(entry -> rank(lately, entry)))
                .toList());
    }

    private static int rank(List<String> lately, PaletteEntry entry) {
        var at = lately.indexOf(entry.key());
        return at < 0 ? REMEMBERED : at;
    }
}
