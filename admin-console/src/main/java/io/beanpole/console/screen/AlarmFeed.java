package io.beanpole.console.screen;

import io.beanpole.console.list.KeyedList;
import io.beanpole.console.list.Row;
import io.beanpole.deploy.alarm.AlarmCare;
import io.beanpole.deploy.alarm.BoardAlarm;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;

/**
 * The alarms of the connection as the frame reads them on every screen, and which of them were raised since the reading
 * before. Belongs to the window's thread.
 */
public final class AlarmFeed {
    private final KeyedList<BoardAlarm> alarms = new KeyedList<>(BoardAlarm::name);
    private final ReadOnlyBooleanWrapper read = new ReadOnlyBooleanWrapper(this, "read", false);
    private final ReadOnlyLongWrapper ringing = new ReadOnlyLongWrapper(this, "ringing", 0);
    private final ReadOnlyObjectWrapper<List<BoardAlarm>> raised =
            new ReadOnlyObjectWrapper<>(this, "raised", List.of());
    private Set<Raise> known = Set.of();

    /** The alarms, by environment and name. */
    public ObservableList<Row<BoardAlarm>> alarms() {
        return alarms.rows();
    }

    /** Whether they were read once, so that an empty list means that there are none. */
    public ReadOnlyBooleanProperty readProperty() {
        return read.getReadOnlyProperty();
    }

    /** How many stand and nobody looks after. */
    public ReadOnlyLongProperty ringingProperty() {
        return ringing.getReadOnlyProperty();
    }

    /** Those that the last reading found raised and the one before not; what stood when the console connected is old. */
    public ReadOnlyObjectProperty<List<BoardAlarm>> raisedProperty() {
        return raised.getReadOnlyProperty();
    }

    /** Follows a newer reading. */
    public void update(List<BoardAlarm> newest, Instant now) {
        var fresh = newest.stream()
                .filter(alarm -> alarm.isRinging(now) && !known.contains(Raise.of(alarm)))
                .toList();
        show(newest, now);
        raised.set(read.get() ? fresh : List.of());
        read.set(true);
    }

    /** Follows what a person here changed, before it is read again; that is no news for them. */
    public void update(AlarmCare care, Instant now) {
        show(
                alarms.values().stream()
                        .map(alarm -> alarm.name().equals(care.alarmName()) ? alarm.with(care) : alarm)
                        .toList(),
                now);
    }

    private void show(List<BoardAlarm> newest, Instant now) {
        known = newest.stream()
                .filter(alarm -> alarm.isRinging(now))
                .map(Raise::of)
                .collect(Collectors.toSet());
        ringing.set(known.size());
        alarms.update(newest);
    }

    /** A raise of an alarm: the next one begins at another time. */
    private record Raise(String alarmName, Instant since) {
        static Raise of(BoardAlarm alarm) {
            return new Raise(alarm.name(), alarm.alarm().since());
        }
    }
}
