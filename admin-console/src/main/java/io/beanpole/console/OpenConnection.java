package io.beanpole.console;

import io.beanpole.console.connection.ConnectionChoice;
import io.beanpole.console.connection.ConnectionState;
import io.beanpole.console.connection.ConnectionWatch;
import io.beanpole.console.control.Wording;
import io.beanpole.console.guard.GuardedPlace;
import io.beanpole.console.notice.ConnectionNotices;
import io.beanpole.console.polling.PollingScope;
import io.beanpole.console.polling.Work;
import io.beanpole.console.screen.ConnectionCard;
import io.beanpole.console.screen.Places;
import io.beanpole.console.screen.Workspace;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.aws.Trouble;
import io.beanpole.deploy.connection.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;

/**
 * One connection that a person set up: it is looked for, and from the first time that its cloud is there it has a
 * workspace. While the cloud is away the workspace stays as it was last read, and nothing can be changed.
 */
final class OpenConnection {
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final ConsoleParts parts;
    private final ConnectionNotices notices;
    private final PollingScope looking;
    private final ConnectionWatch watch;
    private final Places places = new Places();
    private final ReadOnlyObjectWrapper<ConnectionChoice> choice;
    private final ReadOnlyObjectWrapper<ConnectionCard> card;
    private final ReadOnlyObjectWrapper<GuardedPlace> guarded;
    private Optional<Session> session = Optional.empty();
    private final ReadOnlyObjectWrapper<Optional<Workspace>> workspace =
            new ReadOnlyObjectWrapper<>(this, "workspace", Optional.empty());
    private final ReadOnlyObjectWrapper<Instant> answered =
            new ReadOnlyObjectWrapper<>(this, "answered", Instant.EPOCH);
    private final ReadOnlyObjectWrapper<ConnectionState> state =
            new ReadOnlyObjectWrapper<>(this, "state", ConnectionState.LOOKING);

    OpenConnection(ConnectionChoice chosen, ConsoleParts parts) {
        this.parts = parts;
        choice = new ReadOnlyObjectWrapper<>(this, "choice", chosen);
        card = new ReadOnlyObjectWrapper<>(this, "card", cardOf(chosen));
        guarded = new ReadOnlyObjectWrapper<>(this, "guarded", guardedAs(chosen, true));
        notices = new ConnectionNotices(parts.notices(), this::name);
        looking = parts.polling().scope(notices);
        watch = new ConnectionWatch(parts.source(chosen), looking, LOOK);
        watch.connectionProperty().addListener((connection, before, now) -> now.ifPresent(this::open));
        watch.absenceProperty().addListener((absence, before, now) -> miss(now));
    }

    void start() {
        watch.start();
    }

    /** As it is set up at present. */
    ConnectionChoice choice() {
        return choice.get();
    }

    ReadOnlyObjectProperty<ConnectionChoice> choiceProperty() {
        return choice.getReadOnlyProperty();
    }

    String name() {
        return choice.get().name();
    }

    /**
     * The person calls, marks or treats it otherwise from now on; it stays open, with all that is under way. A question
     * that still waits for its answer was asked under the former terms, and is answered with no.
     */
    void change(ConnectionChoice other) {
        var before = choice.get();
        if (before.equals(other)) {
            return;
        }
        if (!other.readOnly(false).equals(before.readOnly(false))) {
            parts.confirmation().cancel(before.name());
        }
        if (!other.name().equals(before.name())) {
            parts.notices().clear(before.name());
        }
        choice.set(other);
        card.set(cardOf(other));
        guard();
        tellAbsence();
    }

    ReadOnlyObjectProperty<ConnectionState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What the screens work on; empty until the cloud was there once. */
    ReadOnlyObjectProperty<Optional<Workspace>> workspaceProperty() {
        return workspace.getReadOnlyProperty();
    }

    /** Why the cloud isn't there; empty while it is and before the first look. */
    ReadOnlyStringProperty absenceProperty() {
        return watch.absenceProperty();
    }

    /** When the cloud last answered; {@link Instant#EPOCH} before it did. */
    ReadOnlyObjectProperty<Instant> answeredProperty() {
        return answered.getReadOnlyProperty();
    }

    /** The questions to the cloud, for what the status line says of them; empty until it was there once. */
    Optional<PollingScope> questions() {
        return session.map(Session::questions);
    }

    /** What was begun there and has not ended. */
    List<Work> works() {
        return session.map(Session::works).orElse(List.of());
    }

    /** Reads at once what is on the screen, and looks for the cloud. */
    void refresh() {
        looking.refresh();
        questions().ifPresent(PollingScope::refresh);
    }

    /** Leaves the cloud, and says when all that was begun there has ended. */
    CompletableFuture<Void> end() {
        looking.close();
        parts.confirmation().cancel(name());
        workspace.set(Optional.empty());
        watch.close();
        parts.notices().clear(name());
        var last = session;
        session = Optional.empty();
        return last.map(Session::end).orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    /** Another cloud than before is at this place. */
    private void open(Connection connection) {
        var former = session;
        parts.notices().clear(name());
        parts.confirmation().cancel(name());
        answered.set(Instant.EPOCH);
        var terms = new SessionTerms(card.getReadOnlyProperty(), guarded.getReadOnlyProperty(), places, notices);
        var opened = new Session(connection, parts, terms);
        session = Optional.of(opened);
        var asked = opened.questions();
        asked.troubleProperty().addListener((trouble, before, now) -> judge());
        asked.lastAnswerProperty().addListener((answer, before, now) -> {
            answered.set(now);
            judge();
        });
        workspace.set(Optional.of(opened.workspace()));
        judge();
        opened.start(choice());
        former.ifPresent(Session::end);
    }

    private void miss(String why) {
        questions().ifPresent(asked -> asked.hold(!why.isEmpty()));
        guard();
        judge();
        tellAbsence();
    }

    /** Before the cloud was there once the whole window says that it isn't. */
    private void tellAbsence() {
        var why = absenceProperty().get();
        var source = Words.of("frame.connection.lost");
        if (why.isEmpty() || workspace.get().isEmpty()) {
            notices.recovered(source);
            return;
        }
        notices.problem(
                source,
                answered.get().equals(Instant.EPOCH)
                        ? why
                        : Words.of(
                                "frame.stale",
                                why,
                                Wording.time(
                                        answered.get(),
                                        parts.clock().instant(),
                                        parts.clock().getZone())));
    }

    private void guard() {
        guarded.set(guardedAs(choice(), absenceProperty().get().isEmpty()));
    }

    private GuardedPlace guardedAs(ConnectionChoice chosen, boolean isThere) {
        return new GuardedPlace(chosen.name(), chosen.kind(), chosen.isReadOnly() || parts.isReadOnly(), isThere);
    }

    private static ConnectionCard cardOf(ConnectionChoice chosen) {
        return new ConnectionCard(chosen.name(), chosen.kind(), chosen.color());
    }

    private void judge() {
        var isAway = !absenceProperty().get().isEmpty();
        if (workspace.get().isEmpty() || isAway) {
            state.set(isAway ? ConnectionState.ABSENT : ConnectionState.LOOKING);
            return;
        }
        var trouble = questions().map(asked -> asked.troubleProperty().get()).orElse(Trouble.OTHER);
        var isHeard = answered.get().isAfter(Instant.EPOCH);
        state.set(
                switch (trouble) {
                    case SIGNED_OUT -> ConnectionState.SIGNED_OUT;
                    case UNREACHED -> ConnectionState.ABSENT;
                    default -> isHeard ? ConnectionState.CONNECTED : ConnectionState.LOOKING;
                });
    }
}
