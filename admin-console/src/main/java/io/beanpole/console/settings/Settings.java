package io.beanpole.console.settings;

import io.beanpole.console.connection.ConnectionChoice;
import io.beanpole.console.memory.Memory;
import io.beanpole.console.screen.ScreenName;
import io.beanpole.console.theme.Theme;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What the console remembers, as properties that the window binds to. */
public final class Settings {
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(this, "theme", Theme.LIGHT);
    private final ObjectProperty<ScreenName> screen =
            new SimpleObjectProperty<>(this, "screen", ScreenName.ENVIRONMENTS);
    private final ObjectProperty<WindowBounds> window =
            new SimpleObjectProperty<>(this, "window", WindowBounds.UNPLACED);
    private final ObservableList<ConnectionChoice> connections =
            FXCollections.observableArrayList(ConnectionChoice.LOCAL);
    private final StringProperty connection = new SimpleStringProperty(this, "connection", ConnectionChoice.LOCAL.id());
    private final BooleanProperty themeOfSystem = new SimpleBooleanProperty(this, "themeOfSystem", true);
    private final IntegerProperty zoom = new SimpleIntegerProperty(this, "zoom", 100);
    private final Memory memory = new Memory();
    private final StringProperty environment = new SimpleStringProperty(this, "environment", "");

    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /** Whether the theme is the desktop's; {@link #themeProperty} then follows it. */
    public BooleanProperty themeOfSystemProperty() {
        return themeOfSystem;
    }

    /** How large everything is, in percent, one of {@link Zoom}'s steps. */
    public IntegerProperty zoomProperty() {
        return zoom;
    }

    /** The connections that a person set up, in the order of the switcher; there is always one. */
    public ObservableList<ConnectionChoice> connections() {
        return connections;
    }

    /** The id of the connection that was worked on last. */
    public StringProperty connectionProperty() {
        return connection;
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

    /** What screens remember. */
    public Memory memory() {
        return memory;
    }

    /** Everything that, when it changes, is to be saved. */
    List<Observable> all() {
        return List.of(
                theme,
                themeOfSystem,
                zoom,
                screen,
                window,
                environment,
                connection,
                connections,
                memory.changesProperty());
    }
}
