package io.beanpole.console.alarms;

import io.beanpole.console.list.Row;
import io.beanpole.console.screen.Place;
import io.beanpole.console.screen.ScreenName;
import io.beanpole.console.screen.Workspace;
import io.beanpole.console.screen.Workspaces;
import io.beanpole.deploy.alarm.BoardAlarm;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.InvalidationListener;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/**
 * The alarms that were raised since a person last looked, on all connections that are open. One goes by itself when it no
 * longer rings. Belongs to the window's thread.
 */
final class RaisedAlarms {
    private final Workspaces workspaces;
    private final Runnable rung;
    private final Set<Workspace> followed = Collections.newSetFromMap(new IdentityHashMap<>());
    private final ObservableList<Raised> raised = FXCollections.observableArrayList();
    private final ObservableList<Raised> seen = FXCollections.unmodifiableObservableList(raised);

    /** @param rung is told after alarms were raised, once for all that one reading found */
    RaisedAlarms(Workspaces workspaces, Runnable rung) {
        this.workspaces = workspaces;
        this.rung = rung;
        workspaces.open().addListener((InvalidationListener) open -> follow());
        follow();
    }

    /** Those that nobody looked at yet, the last one first. */
    ObservableList<Raised> raised() {
        return seen;
    }

    /** Goes to the Scaling screen at the moment when the last one was raised, and forgets them all. */
    void open() {
        Optional<Raised> last = raised.stream().findFirst();
        forget();
        last.ifPresent(one -> one.workspace
                .places()
                .go(new Place(
                        ScreenName.SCALING,
                        one.alarm.environmentName(),
                        Optional.of(one.alarm.alarm().since()))));
    }

    /** A person looked at them. */
    void forget() {
        raised.clear();
    }

    private void follow() {
        var open = List.copyOf(workspaces.open());
        for (var workspace : open) {
            if (followed.add(workspace)) {
                workspace.alarms().raisedProperty().addListener((property, before, now) -> add(workspace, now));
                workspace.alarms().alarms().addListener((ListChangeListener<Row<BoardAlarm>>) change -> prune());
            }
        }
        followed.removeIf(workspace -> open.stream().noneMatch(each -> each.equals(workspace)));
        prune();
    }

    private void add(Workspace workspace, List<BoardAlarm> fresh) {
        if (fresh.isEmpty() || !followed.contains(workspace)) {
            return;
        }
        var newest = fresh.stream().map(alarm -> new Raised(workspace, alarm)).toList();
        raised.removeIf(known -> newest.stream().anyMatch(each -> each.isSame(known)));
        raised.addAll(0, newest);
        rung.run();
    }

    private void prune() {
        raised.removeIf(known -> !followed.contains(known.workspace) || !known.isRinging());
    }

    /** A raised alarm of a connection. */
    record Raised(Workspace workspace, BoardAlarm alarm) {
        private boolean isSame(Raised other) {
            return workspace.equals(other.workspace) && alarm.name().equals(other.alarm.name());
        }

        private boolean isRinging() {
            var now = workspace.clock().instant();
            return workspace.alarms().alarms().stream()
                    .map(Row::value)
                    .anyMatch(newest -> newest.name().equals(alarm.name()) && newest.isRinging(now));
        }
    }
}
