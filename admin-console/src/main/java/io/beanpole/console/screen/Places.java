package io.beanpole.console.screen;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** How one screen leads to another: the frame follows the place that is wanted. Belongs to the window's thread. */
public final class Places {
    private final ReadOnlyObjectWrapper<Optional<Place>> wanted =
            new ReadOnlyObjectWrapper<>(this, "wanted", Optional.empty());

    /** Goes there; going to the same place twice goes there twice. */
    public void go(Place place) {
        wanted.set(Optional.empty());
        wanted.set(Optional.of(place));
    }

    /** The place that was wanted last; a screen that is opened for one reads its moment here. */
    public ReadOnlyObjectProperty<Optional<Place>> wantedProperty() {
        return wanted.getReadOnlyProperty();
    }
}
