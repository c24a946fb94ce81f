package io.beanpole.console.queues.letters;

import io.beanpole.console.list.KeyedList;
import io.beanpole.console.list.Row;
import io.beanpole.deploy.deadletter.Snapshot;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The snapshot that is shown, by cause and then letter by letter, and which cause and letter are chosen. */
final class ShownLetters {
    private final ReadOnlyObjectWrapper<Optional<Snapshot>> snapshot =
            new ReadOnlyObjectWrapper<>(this, "snapshot", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<GroupRow>> group =
            new ReadOnlyObjectWrapper<>(this, "group", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Snapshot.Entry>> letter =
            new ReadOnlyObjectWrapper<>(this, "letter", Optional.empty());
    private final KeyedList<GroupRow> groups = new KeyedList<>(GroupRow::key);
    private final ObservableList<Snapshot.Entry> letters = FXCollections.observableArrayList();
    private final Set<String> gone = new HashSet<>();
    private Optional<Path> file = Optional.empty();
    private int whole;

    /** What was seen of the dead letters, without those that are gone meanwhile; empty when nobody looked yet. */
    ReadOnlyObjectProperty<Optional<Snapshot>> snapshotProperty() {
        return snapshot.getReadOnlyProperty();
    }

    /** The causes, all letters first. */
    ObservableList<Row<GroupRow>> groups() {
        return groups.rows();
    }

    /** The letters of the chosen cause, the oldest first. */
    ObservableList<Snapshot.Entry> letters() {
        return letters;
    }

    ReadOnlyObjectProperty<Optional<GroupRow>> groupProperty() {
        return group.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Snapshot.Entry>> letterProperty() {
        return letter.getReadOnlyProperty();
    }

    /** The ids of the letters of the chosen cause. */
    Set<String> ids() {
        return letters.stream().map(entry -> entry.letter().id()).collect(Collectors.toUnmodifiableSet());
    }

    /** How many letters the file of the snapshot holds, those among them that are gone meanwhile. */
    int whole() {
        return whole;
    }

    /** The file of the snapshot that is shown; empty when none is. */
    Optional<Path> file() {
        return file;
    }

    void chooseGroup(Optional<GroupRow> chosen) {
        group.set(chosen);
        arrange();
    }

    void chooseLetter(Optional<Snapshot.Entry> chosen) {
        letter.set(chosen);
    }

    void show(Snapshot read, Path from) {
        file = Optional.of(from);
        whole = read.letters().size();
        gone.clear();
        show(read);
    }

    /** Takes letters that are no longer among the dead out of what is shown. */
    void forget(Collection<String> ids) {
        gone.addAll(ids);
        snapshot.get().ifPresent(this::show);
    }

    void clear() {
        file = Optional.empty();
        whole = 0;
        gone.clear();
        groups.update(List.of());
        letters.clear();
        group.set(Optional.empty());
        letter.set(Optional.empty());
        snapshot.set(Optional.empty());
    }

    private void show(Snapshot read) {
        var left = new Snapshot(
                read.queueName(),
                read.at(),
                read.letters().stream()
                        .filter(entry -> !gone.contains(entry.letter().id()))
                        .toList());
        groups.update(GroupRow.of(left));
        snapshot.set(Optional.of(left));
        var wanted = group.get().map(GroupRow::key).orElse("");
        group.set(groups.find(wanted).or(() -> groups.find("")).map(Row::value));
        arrange();
    }

    private void arrange() {
        var chosen = group.get();
        var wanted = snapshot.get().stream()
                .flatMap(shown -> shown.letters().stream())
                .filter(entry -> chosen.filter(row -> row.holds(entry)).isPresent())
                .toList();
        // By its id: each look raises the receive count, so that a letter seen again is equal to no former one.
        var before = letter.get().map(entry -> entry.letter().id());
        // One change for all: thousands of single ones would hold the window up.
        letters.setAll(wanted);
        letter.set(wanted.stream()
                .filter(entry -> before.filter(entry.letter().id()::equals).isPresent())
                .findFirst()
                .or(() -> wanted.stream().findFirst()));
    }
}
