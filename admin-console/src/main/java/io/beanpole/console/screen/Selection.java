package io.beanpole.console.screen;

import io.beanpole.console.list.KeyedList;
import io.beanpole.console.list.Row;
import io.beanpole.deploy.beanstalk.EnvironmentOverview;
import io.beanpole.deploy.fleet.Fleet;
import io.beanpole.deploy.fleet.FleetEnvironment;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;

/**
 * The environments of the connection, and the one that is worked on: what the chooser in the top bar, the Environments
 * table, Deploy and Scaling share. Belongs to the window's thread.
 */
public final class Selection {
    private static final String NONE = "";

    private final KeyedList<EnvironmentOverview> environments = new KeyedList<>(EnvironmentOverview::name);
    private final ReadOnlyObjectWrapper<Fleet> fleet = new ReadOnlyObjectWrapper<>(this, "fleet", Fleet.EMPTY);
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper(this, "name", NONE);
    private final ReadOnlyObjectWrapper<Optional<EnvironmentOverview>> environment =
            new ReadOnlyObjectWrapper<>(this, "environment", Optional.empty());
    private final ReadOnlyBooleanWrapper read = new ReadOnlyBooleanWrapper(this, "read", false);

    /** Whether they were read once, so that an empty list means that there are none. */
    public ReadOnlyBooleanProperty readProperty() {
        return read.getReadOnlyProperty();
    }

    /** All environments of the connection; the frame keeps them fresh on every screen. */
    public ObservableList<Row<EnvironmentOverview>> environments() {
        return environments.rows();
    }

    /** All that the last reading of the fleet told: groups, queues, last deployments, platforms. */
    public ReadOnlyObjectProperty<Fleet> fleetProperty() {
        return fleet.getReadOnlyProperty();
    }

    /** The chosen environment's name, which changes only when another is chosen; empty when there is none. */
    public ReadOnlyStringProperty nameProperty() {
        return name.getReadOnlyProperty();
    }

    /** The chosen environment's name; empty when there is none. */
    public String name() {
        return name.get();
    }

    /** The chosen environment as last read, which changes with every reading that differs. */
    public ReadOnlyObjectProperty<Optional<EnvironmentOverview>> environmentProperty() {
        return environment.getReadOnlyProperty();
    }

    /** The chosen environment as last read; empty when there is none. */
    public Optional<EnvironmentOverview> environment() {
        return environment.get();
    }

    /** Chooses an environment; a name that isn't among them changes nothing. */
    public void choose(String environmentName) {
        if (environments.find(environmentName).isPresent()) {
            put(environmentName);
        }
    }

    /** Follows a newer reading; the first environment is chosen when the chosen one is gone. */
    public void update(List<EnvironmentOverview> newest) {
        environments.update(newest);
        put(environments.find(name.get()).isPresent() ? name.get() : first());
        read.set(true);
    }

    /** Follows a newer reading of the whole fleet. */
    public void update(Fleet newest) {
        update(newest.environments().stream().map(FleetEnvironment::overview).toList());
        fleet.set(newest);
    }

    private String first() {
        var all = environments.values();
        return all.isEmpty() ? NONE : all.get(0).name();
    }

    /** The overview first: whoever hears of another name finds its overview in place. */
    private void put(String chosen) {
        environment.set(environments.find(chosen).map(Row::value));
        name.set(chosen);
    }
}
