package io.beanpole.console.environments;

import io.beanpole.console.control.Wording;
import io.beanpole.console.list.KeyedList;
import io.beanpole.console.list.Row;
import io.beanpole.console.memory.Memory;
import io.beanpole.console.screen.Workspace;
import io.beanpole.console.screen.Workspaces;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.fleet.Fleet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The environments of all open connections: filtered, sorted, grouped, and calm while they are read again and again. */
final class EnvironmentsViewModel {
    private static final Comparator<Row<EnvironmentLine>> AS_READ = (one, other) -> 0;

    private final Workspaces workspaces;
    private final KeyedList<EnvironmentLine> all = new KeyedList<>(EnvironmentLine::key);
    private final KeyedList<EnvironmentLine> shown = new KeyedList<>(EnvironmentLine::key);
    private final Map<Workspace, ChangeListener<Fleet>> followed = new HashMap<>();
    private final StringProperty filter;
    private final ObjectProperty<Grouping> grouping = new SimpleObjectProperty<>(this, "grouping", Grouping.NONE);
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper(this, "summary", "");
    private final ReadOnlyStringWrapper notTold = new ReadOnlyStringWrapper(this, "notTold", "");
    private final ReadOnlyBooleanWrapper read = new ReadOnlyBooleanWrapper(this, "read", false);
    private final Memory memory;
    private final SavedFilters saved;
    private final DetailViewModel detail;

    private Comparator<Row<EnvironmentLine>> order = AS_READ;

    EnvironmentsViewModel(Workspaces workspaces) {
        this.workspaces = workspaces;
        memory = workspaces.active().map(Workspace::memory).orElseGet(Memory::new);
        filter = memory.text("environments.filter", "");
        saved = new SavedFilters(memory);
        detail = new DetailViewModel(workspaces);
        var remembered = memory.text("environments.grouping", Grouping.NONE.name());
        grouping.set(Grouping.named(remembered.get()));
        grouping.addListener((choice, before, now) -> {
            remembered.set(now.name());
            arrange();
        });
        filter.addListener((text, before, now) -> arrange());
        workspaces.open().addListener((ListChangeListener<Workspace>) change -> follow());
        follow();
    }

    void shown() {
        detail.shown();
    }

    void hidden() {
        detail.hidden();
    }

    /** The chosen environment, from all sides. */
    DetailViewModel detail() {
        return detail;
    }

    /** The environments that match the filter, in the order that was asked for. */
    ObservableList<Row<EnvironmentLine>> environments() {
        return shown.rows();
    }

    /** Sorts from now on; null for the order in which they are read, by connection, application and name. */
    void sort(@Nullable Comparator<Row<EnvironmentLine>> wanted) {
        order = wanted == null ? AS_READ : wanted;
        arrange();
    }

    ObjectProperty<Grouping> groupingProperty() {
        return grouping;
    }

    /** Whether the environments of any connection were read once. */
    ReadOnlyBooleanProperty readProperty() {
        return read.getReadOnlyProperty();
    }

    /** Whether there are environments that the filter hides. */
    boolean hidesSome() {
        return shown.rows().size() < all.rows().size();
    }

    /** Whether more than one connection is open, so that rows have to say theirs. */
    boolean hasSeveralConnections() {
        return workspaces.open().size() > 1;
    }

    /** Whether they are of more than one application. */
    boolean hasSeveralApplications() {
        return all.values().stream()
                        .map(line -> line.overview().application())
                        .distinct()
                        .count()
                > 1;
    }

    /** Where the table keeps how a person arranged it. */
    Memory memory() {
        return memory;
    }

    StringProperty filterProperty() {
        return filter;
    }

    SavedFilters savedFilters() {
        return saved;
    }

    /** How many there are and how they are, in a few words. */
    ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** What a cloud didn't tell of its fleet, and why; empty where it told everything. */
    ReadOnlyStringProperty notToldProperty() {
        return notTold.getReadOnlyProperty();
    }

    /** Works on this environment, and on its connection, from now on. */
    void choose(EnvironmentLine line) {
        workspaces.open().stream()
                .filter(workspace -> workspace.card().equals(line.card()))
                .findFirst()
                .ifPresent(workspace -> {
                    workspaces.activate(workspace);
                    workspace.selection().choose(line.name());
                });
    }

    /** The row of the environment that is worked on, if it is shown. */
    Optional<Row<EnvironmentLine>> chosenRow() {
        return workspaces
                .active()
                .flatMap(workspace -> workspace
                        .selection()
                        .environment()
                        .flatMap(chosen -> shown.find(workspace.card().name() + " " + chosen.name())));
    }

    private void follow() {
        followed.entrySet().removeIf(entry -> {
            var isGone = !workspaces.open().contains(entry.getKey());
            if (isGone) {
                entry.getKey().selection().fleetProperty().removeListener(entry.getValue());
            }
            return isGone;
        });
        for (var workspace : workspaces.open()) {
            followed.computeIfAbsent(workspace, opened -> {
                ChangeListener<Fleet> listener = (fleet, before, now) -> combine();
                opened.selection().fleetProperty().addListener(listener);
                return listener;
            });
        }
        combine();
    }

    private void combine() {
        var lines = new ArrayList<EnvironmentLine>();
        for (var workspace : workspaces.open()) {
            for (var environment : workspace.selection().fleetProperty().get().environments()) {
                lines.add(new EnvironmentLine(
                        workspace.card(), workspace.connection().region(), environment));
            }
        }
        all.update(lines);
        read.set(workspaces.open().stream()
                .anyMatch(workspace -> workspace.selection().readProperty().get()));
        notTold.set(workspaces.open().stream()
                .flatMap(workspace -> workspace.selection().fleetProperty().get().notTold().stream())
                .distinct()
                .collect(Collectors.joining(" ")));
        arrange();
    }

    private void arrange() {
        var matches = new FleetFilter(filter.get());
        var by = grouping.get();
        var rows = all.rows().stream()
                .filter(row -> matches.test(row.value()))
                .sorted(byGroup(by).thenComparing(order))
                .toList();
        var lines = new ArrayList<EnvironmentLine>();
        var group = "";
        for (var row : rows) {
            var own = by.of(row.value());
            lines.add(row.value().in(own, by != Grouping.NONE && (lines.isEmpty() || !own.equals(group))));
            group = own;
        }
        shown.update(lines);
        summarize(lines);
    }

    private static Comparator<Row<EnvironmentLine>> byGroup(Grouping by) {
        return (one, other) -> by.compare(one.value(), other.value());
    }

    private void summarize(List<EnvironmentLine> lines) {
        var total = all.rows().size();
        var unwell = all.values().stream().filter(line -> !line.isOk()).count();
        var count = Wording.count(total, "environment");
        var text = lines.size() == total
                ? count
                : Words.of("environments.summary.some", Wording.number(lines.size()), count);
        var health = unwell == 0
                ? Words.of("environments.summary.ok")
                : Words.of("environments.summary.unwell", Wording.number(unwell));
        summary.set(total == 0 ? "" : text + ", " + health);
    }
}
