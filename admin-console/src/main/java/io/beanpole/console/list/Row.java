package io.beanpole.console.list;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/** One line of a list: it stays the same object while what it shows changes, so a table keeps its selection. */
public final class Row<T> {
    private final Object key;
    private final ReadOnlyObjectWrapper<T> value;

    Row(Object key, T value) {
        this.key = key;
        this.value = new ReadOnlyObjectWrapper<>(this, "value", value);
    }

    public T value() {
        return value.get();
    }

    public ReadOnlyObjectProperty<T> valueProperty() {
        return value.getReadOnlyProperty();
    }

    /** A part of the value that follows it; what a table column shows. */
    public <V> ObservableValue<V> part(Function<T, V> part) {
        return value.map(part);
    }

    Object key() {
        return key;
    }

    void put(T newer) {
        if (!newer.equals(value.get())) {
            value.set(newer);
        }
    }

    @Override
    public String toString() {
        return String.valueOf(value.get());
    }
}
