package io.beanpole.console.environments;

import io.beanpole.console.control.Wording;
import io.beanpole.console.list.KeyedList;
import io.beanpole.console.list.Row;
import io.beanpole.console.polling.Poll;
import io.beanpole.console.screen.Workspace;
import io.beanpole.deploy.beanstalk.EnvironmentEvent;
import io.beanpole.deploy.beanstalk.EnvironmentOverview;
import io.beanpole.deploy.beanstalk.InstanceOverview;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/** The environments with their queues, and instances and events of the chosen one. */
final class EnvironmentsViewModel {
    private static final int MOST_EVENTS = 200;

    private final Workspace workspace;
    private final KeyedList<EnvironmentLine> lines = new KeyedList<>(EnvironmentLine::name);
    private final FilteredList<Row<EnvironmentLine>> filtered = new FilteredList<>(lines.rows());
    private final KeyedList<InstanceOverview> instances = new KeyedList<>(InstanceOverview::id);
    private final KeyedList<EnvironmentEvent> events = new KeyedList<>(event -> event);
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper(this, "summary", "");
    private final Poll<EnvironmentDetail> poll;

    /** Read by the poll's thread, written by the window's. */
    private volatile String wanted = "";

    EnvironmentsViewModel(Workspace workspace) {
        this.workspace = workspace;
        poll = workspace.polling().poll("Reading instances and events", workspace.interval(), this::read, this::follow);
        InvalidationListener change = observable -> combine();
        workspace.selection().environments().addListener(change);
        workspace.lanes().lanes().addListener(change);
        workspace.selection().nameProperty().addListener((name, before, now) -> chosen(now));
        filter.addListener((text, before, now) -> {
            filtered.setPredicate(row -> row.value().matches(now));
            summarize();
        });
        wanted = workspace.selection().name();
        combine();
    }

    void shown() {
        poll.start();
    }

    void hidden() {
        poll.pause();
    }

    /** The environments that match the filter. */
    ObservableList<Row<EnvironmentLine>> environments() {
        return filtered;
    }

    /** Whether the environments were read once. */
    ReadOnlyBooleanProperty readProperty() {
        return workspace.selection().readProperty();
    }

    StringProperty filterProperty() {
        return filter;
    }

    /** How many there are and how they are, in a few words. */
    ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<EnvironmentOverview>> chosenProperty() {
        return workspace.selection().environmentProperty();
    }

    void choose(String environmentName) {
        workspace.selection().choose(environmentName);
    }

    /** The instances of the chosen environment. */
    ObservableList<Row<InstanceOverview>> instances() {
        return instances.rows();
    }

    /** The events of the chosen environment, newest first. */
    ObservableList<Row<EnvironmentEvent>> events() {
        return events.rows();
    }

    /** When something happened, as a person here reads it. */
    String time(Instant at) {
        return Wording.time(at, workspace.clock().instant(), workspace.clock().getZone());
    }

    private void chosen(String name) {
        wanted = name;
        instances.update(List.of());
        events.update(List.of());
        poll.now();
    }

    private EnvironmentDetail read() {
        var name = wanted;
        if (name.isEmpty()) {
            return new EnvironmentDetail(name, List.of(), List.of());
        }
        var catalog = workspace.connection().environments();
        return new EnvironmentDetail(name, catalog.instances(name), catalog.events(name, Instant.EPOCH, MOST_EVENTS));
    }

    private void follow(EnvironmentDetail detail) {
        if (detail.environmentName().equals(wanted)) {
            instances.update(detail.instances());
            events.update(detail.events());
        }
    }

    private void combine() {
        lines.update(workspace.selection().environments().stream()
                .map(Row::value)
                .map(overview -> new EnvironmentLine(overview, workspace.lanes().ofEnvironment(overview.name())))
                .toList());
        summarize();
    }

    private void summarize() {
        var all = lines.rows().size();
        var shown = filtered.size();
        var unwell = lines.values().stream()
                .filter(line -> !line.overview().healthStatus().equals("Ok"))
                .count();
        var count =
                shown == all ? Wording.count(all, "environment") : shown + " of " + Wording.count(all, "environment");
        summary.set(all == 0 ? "" : count + ", " + (unwell == 0 ? "all Ok" : unwell + " not Ok"));
    }
}
