package io.beanpole.console.settings;

import io.beanpole.console.screen.ScreenName;
import io.beanpole.console.theme.Theme;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What the console remembers, as properties that the window binds to. */
public final class Settings {
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(this, "theme", Theme.LIGHT);
    private final ObjectProperty<ScreenName> screen =
            new SimpleObjectProperty<>(this, "screen", ScreenName.ENVIRONMENTS);
    private final ObjectProperty<WindowBounds> window =
            new SimpleObjectProperty<>(this, "window", WindowBounds.UNPLACED);
    private final StringProperty environment = new SimpleStringProperty(this, "environment", "");

    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /** The screen that was shown last. */
    public ObjectProperty<ScreenName> screenProperty() {
        return screen;
    }

    public ObjectProperty<WindowBounds> windowProperty() {
        return window;
    }

    /** The name of the environment that was chosen last; empty if none was. */
    public StringProperty environmentProperty() {
        return environment;
    }

    /** Everything that, when it changes, is to be saved. */
    List<Observable> all() {
        return List.of(theme, screen, window, environment);
    }
}
