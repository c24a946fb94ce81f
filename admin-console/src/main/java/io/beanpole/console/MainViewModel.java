package io.beanpole.console;

import io.beanpole.console.action.Actions;
import io.beanpole.console.connection.ConnectionChoice;
import io.beanpole.console.control.Wording;
import io.beanpole.console.guard.ConfirmationViewModel;
import io.beanpole.console.notice.NoticeBoard;
import io.beanpole.console.polling.Background;
import io.beanpole.console.screen.Workspace;
import io.beanpole.console.screen.Workspaces;
import io.beanpole.console.settings.Settings;
import io.beanpole.console.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The frame without its window: the connections that are set up, the one that is worked on, and how it stands with it. */
final class MainViewModel {
    private static final Duration BEAT = Duration.ofSeconds(2);

    private final ConsoleParts parts;
    private final Workspaces workspaces = new Workspaces();
    private final ObservableList<OpenConnection> connections = FXCollections.observableArrayList();
    /** Kept, because a view that nobody keeps is collected with its listeners. */
    private final ObservableList<OpenConnection> seen = FXCollections.unmodifiableObservableList(connections);

    private final ReadOnlyObjectWrapper<OpenConnection> chosen;
    private final ReadOnlyObjectWrapper<ConnectionChoice> choice;
    private final ReadOnlyObjectWrapper<Optional<Workspace>> workspace =
            new ReadOnlyObjectWrapper<>(this, "workspace", Optional.empty());
    private final ReadOnlyStringWrapper absence = new ReadOnlyStringWrapper(this, "absence", "");
    private final ReadOnlyStringWrapper freshness = new ReadOnlyStringWrapper(this, "freshness", "");
    private final Leaving leaving;
    private final InvalidationListener told = property -> tell();
    private final ReadOnlyLongWrapper beat = new ReadOnlyLongWrapper(this, "beat", 0);
    private boolean started;

    MainViewModel(ConsoleParts parts) {
        this.parts = parts;
        leaving = new Leaving(parts.confirmation());
        settings().connections().forEach(choice -> connections.add(opened(choice)));
        chosen = new ReadOnlyObjectWrapper<>(this, "chosen", remembered());
        choice = new ReadOnlyObjectWrapper<>(this, "choice", chosen.get().choice());
        settings().connections().addListener((InvalidationListener) list -> follow());
        workspaces.activeProperty().addListener((active, before, now) -> now.ifPresent(this::choose));
        tell();
        // Not an animation: a window in which nothing moves must cost nothing.
        parts.polling()
                .poll(Words.of("frame.beat"), BEAT, () -> beat.get() + 1, beat::set)
                .start();
    }

    /** Grows every two seconds, for figures that change by themselves. */
    ReadOnlyLongProperty beatProperty() {
        return beat.getReadOnlyProperty();
    }

    /** Begins to look for the clouds. */
    void start() {
        started = true;
        connections.forEach(OpenConnection::start);
    }

    /** Those that are set up, in the order of the switcher; there is always one. */
    ObservableList<OpenConnection> connections() {
        return seen;
    }

    /** The one that is worked on, whether its cloud is there or not. */
    ReadOnlyObjectProperty<OpenConnection> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** How the one that is worked on is set up, which also changes when a person changes it. */
    ReadOnlyObjectProperty<ConnectionChoice> choiceProperty() {
        return choice.getReadOnlyProperty();
    }

    /** Works on this connection from now on. */
    void choose(OpenConnection connection) {
        if (connections.contains(connection) && chosen.get() != connection) {
            chosen.set(connection);
            settings().connectionProperty().set(connection.choice().id());
            tell();
        }
    }

    /** What the screens of the chosen connection work on; empty while its cloud isn't there. */
    ReadOnlyObjectProperty<Optional<Workspace>> workspaceProperty() {
        return workspace.getReadOnlyProperty();
    }

    /** Why there is no workspace; empty while there is one and before the first look. */
    ReadOnlyStringProperty absenceProperty() {
        return absence.getReadOnlyProperty();
    }

    /** When the cloud was last heard of, for the status line. */
    ReadOnlyStringProperty freshnessProperty() {
        return freshness.getReadOnlyProperty();
    }

    String connectionName() {
        return chosen.get().name();
    }

    Actions actions() {
        return parts.actions();
    }

    NoticeBoard notices() {
        return parts.notices();
    }

    Background background() {
        return parts.background();
    }

    ConfirmationViewModel confirmation() {
        return parts.confirmation();
    }

    Settings settings() {
        return parts.settings().settings();
    }

    /** All that are open. */
    Workspaces workspaces() {
        return workspaces;
    }

    /** Looks for connections that could be set up, and hands over what was found on the window's thread. */
    void findConnections(Consumer<List<ConnectionChoice>> found) {
        background().run(Words.of("frame.connections.search"), parts::offers, found);
    }

    /** Reads at once what is on the screen. */
    void refresh() {
        connections.forEach(OpenConnection::refresh);
    }

    /** Forbids or allows all changes on the chosen connection; remembered. */
    void toggleReadOnly() {
        var choices = settings().connections();
        var id = chosen.get().choice().id();
        for (int at = 0; at < choices.size(); at++) {
            if (choices.get(at).id().equals(id)) {
                choices.set(at, choices.get(at).readOnly(!choices.get(at).isReadOnly()));
                return;
            }
        }
    }

    /** Takes a connection away, after asking if something is under way there. */
    void remove(ConnectionChoice gone) {
        Runnable remove =
                () -> settings().connections().removeIf(known -> known.id().equals(gone.id()));
        connections.stream()
                .filter(connection -> connection.choice().id().equals(gone.id()))
                .findFirst()
                .ifPresentOrElse(connection -> leaving.connection(connection, remove), remove);
    }

    /** Closes the window, after asking if something is under way. */
    void quit(Runnable close) {
        leaving.window(background().current(), close);
    }

    /** Leaves all clouds, and says when all that was begun has ended. */
    CompletableFuture<Void> end() {
        return CompletableFuture.allOf(
                connections.stream().map(OpenConnection::end).toArray(CompletableFuture[]::new));
    }

    /** Those that lead where one led before stay open, however they are called now; the others are opened. */
    private void follow() {
        var former = new HashMap<String, OpenConnection>();
        connections.forEach(connection -> former.put(connection.choice().id(), connection));
        var next = new ArrayList<OpenConnection>();
        var fresh = new ArrayList<OpenConnection>();
        for (var wanted : settings().connections()) {
            var known = former.remove(wanted.id());
            if (known == null) {
                fresh.add(opened(wanted));
                next.add(fresh.get(fresh.size() - 1));
            } else {
                known.change(wanted);
                next.add(known);
            }
        }
        if (!connections.equals(next)) {
            connections.setAll(next);
        }
        if (!connections.contains(chosen.get())) {
            chosen.set(remembered());
        }
        former.values().forEach(OpenConnection::end);
        tell();
        workspaces.relabel();
        if (started) {
            fresh.forEach(OpenConnection::start);
        }
    }

    private OpenConnection opened(ConnectionChoice choice) {
        var connection = new OpenConnection(choice, parts);
        connection.workspaceProperty().addListener(told);
        connection.absenceProperty().addListener(told);
        connection.stateProperty().addListener(told);
        connection.answeredProperty().addListener((answer, before, now) -> sayFreshness());
        return connection;
    }

    private OpenConnection remembered() {
        var id = settings().connectionProperty().get();
        return connections.stream()
                .filter(connection -> connection.choice().id().equals(id))
                .findFirst()
                .orElseGet(() -> connections.get(0));
    }

    private void choose(Workspace active) {
        connections.stream()
                .filter(connection -> connection
                        .workspaceProperty()
                        .get()
                        .filter(active::equals)
                        .isPresent())
                .findFirst()
                .ifPresent(this::choose);
    }

    private void tell() {
        var worked = chosen.get();
        List<Workspace> open = connections.stream()
                .flatMap(connection -> connection.workspaceProperty().get().stream())
                .toList();
        workspaces.open(open, worked.workspaceProperty().get());
        choice.set(worked.choice());
        absence.set(worked.absenceProperty().get());
        workspace.set(worked.workspaceProperty().get());
        sayFreshness();
    }

    private void sayFreshness() {
        var answered = chosen.get().answeredProperty().get();
        freshness.set(
                answered.equals(Instant.EPOCH)
                        ? ""
                        : Words.of(
                                "frame.freshness",
                                Wording.time(
                                        answered,
                                        parts.clock().instant(),
                                        parts.clock().getZone())));
    }
}
