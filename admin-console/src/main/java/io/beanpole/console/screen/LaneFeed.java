package io.beanpole.console.screen;

import io.beanpole.console.list.KeyedList;
import io.beanpole.console.list.Row;
import io.beanpole.deploy.lane.LaneState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ObservableList;

/**
 * The lanes of the connection as the frame reads them on every screen, and how deep each was since the console
 * connected. Belongs to the window's thread.
 */
public final class LaneFeed {
    private final KeyedList<LaneState> lanes = new KeyedList<>(LaneState::name);
    private final Map<String, DepthHistory> histories = new TreeMap<>();
    private final BooleanProperty wanted = new SimpleBooleanProperty(this, "wanted", false);
    private final ReadOnlyBooleanWrapper read = new ReadOnlyBooleanWrapper(this, "read", false);

    /**
     * Whether a screen shows lanes now. Counting every queue of a large fleet costs a request for each, so that AWS is
     * asked only while somebody looks.
     */
    public BooleanProperty wantedProperty() {
        return wanted;
    }

    /** The lanes, the most urgent first. */
    public ObservableList<Row<LaneState>> lanes() {
        return lanes.rows();
    }

    /** Whether they were read once, so that an empty list means that there are none. */
    public ReadOnlyBooleanProperty readProperty() {
        return read.getReadOnlyProperty();
    }

    /** How deep a lane was since the console connected. */
    public DepthHistory history(String laneName) {
        return histories.computeIfAbsent(laneName, lane -> new DepthHistory());
    }

    /** The lane that an environment drains; empty for a web environment. */
    public Optional<LaneState> ofEnvironment(String environmentName) {
        return lanes.values().stream()
                .filter(lane -> lane.environmentName().equals(environmentName))
                .findFirst();
    }

    /** Follows a newer reading. */
    public void update(List<LaneState> newest, Instant now) {
        newest.forEach(lane -> history(lane.name()).add(now, lane.depth()));
        lanes.update(newest);
        read.set(true);
    }
}
