package io.beanpole.console.list;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.Observable;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Rows that follow a list that is read again and again. A row lives as long as its key is in the list; a sorted or
 * filtered view of the rows hears when a row's value changes. Belongs to the window's thread.
 */
public final class KeyedList<T> {
    private final Function<T, ?> key;
    private final Map<Object, Row<T>> byKey = new LinkedHashMap<>();
    private final ObservableList<Row<T>> rows =
            FXCollections.observableArrayList(row -> new Observable[] {row.valueProperty()});
    private final ObservableList<Row<T>> readOnly = FXCollections.unmodifiableObservableList(rows);

    /** @param key what tells two elements apart for as long as they live: a name, an id */
    public KeyedList(Function<T, ?> key) {
        this.key = key;
    }

    /** The rows in the order of the last update; can't be changed but by {@link #update}. */
    public ObservableList<Row<T>> rows() {
        return readOnly;
    }

    /** Follows a newer reading; of two elements with one key the later counts. */
    public void update(List<T> newest) {
        var wanted = new LinkedHashMap<Object, Row<T>>();
        for (var element : newest) {
            var name = key.apply(element);
            var row = byKey.computeIfAbsent(name, absent -> new Row<>(absent, element));
            row.put(element);
            wanted.put(name, row);
        }
        byKey.keySet().retainAll(wanted.keySet());
        ListDifference.apply(rows, new ArrayList<>(wanted.values()));
    }

    /** The row of a key. */
    public Optional<Row<T>> find(Object wantedKey) {
        return Optional.ofNullable(byKey.get(wantedKey));
    }

    /** The values of the rows, in order. */
    public List<T> values() {
        return rows.stream().map(Row::value).toList();
    }
}
