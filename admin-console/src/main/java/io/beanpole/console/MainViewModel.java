package io.beanpole.console;

import io.beanpole.console.action.Actions;
import io.beanpole.console.connection.ConnectionSource;
import io.beanpole.console.connection.ConnectionWatch;
import io.beanpole.console.control.Wording;
import io.beanpole.console.notice.NoticeBoard;
import io.beanpole.console.polling.Background;
import io.beanpole.console.polling.Poll;
import io.beanpole.console.polling.PollingScope;
import io.beanpole.console.polling.PollingService;
import io.beanpole.console.screen.LaneFeed;
import io.beanpole.console.screen.Selection;
import io.beanpole.console.screen.Workspace;
import io.beanpole.console.settings.Settings;
import io.beanpole.deploy.connection.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The frame without its window: a workspace per connection, with environments and lanes kept fresh on every screen. */
final class MainViewModel implements AutoCloseable {
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final ConsoleParts parts;
    private final Background background;
    private final Clock clock;
    private final ConnectionWatch watch;
    private final List<Poll<?>> polls = new ArrayList<>();
    private Optional<PollingScope> scope = Optional.empty();
    private final ReadOnlyObjectWrapper<Optional<Workspace>> workspace =
            new ReadOnlyObjectWrapper<>(this, "workspace", Optional.empty());
    private final ReadOnlyStringWrapper freshness = new ReadOnlyStringWrapper(this, "freshness", "");

    MainViewModel(ConsoleParts parts, ConnectionSource source, Background background, Clock clock) {
        this.parts = parts;
        this.background = background;
        this.clock = clock;
        watch = new ConnectionWatch(source, polling(), LOOK);
        watch.connectionProperty().addListener((connection, before, now) -> follow(now));
        polling().lastAnswerProperty().addListener((answer, before, now) -> sayFreshness(now));
    }

    /** Begins to look for the cloud. */
    void start() {
        watch.start();
    }

    /** What the screens work on; empty while there is no connection. */
    ReadOnlyObjectProperty<Optional<Workspace>> workspaceProperty() {
        return workspace.getReadOnlyProperty();
    }

    /** Why there is no workspace; empty while there is one and before the first look. */
    ReadOnlyStringProperty absenceProperty() {
        return watch.absenceProperty();
    }

    /** When the cloud was last heard of, for the status line. */
    ReadOnlyStringProperty freshnessProperty() {
        return freshness.getReadOnlyProperty();
    }

    /** The connection's name, or of what is looked for. */
    String connectionName() {
        return workspace
                .get()
                .map(work -> work.connection().name())
                .orElse(watch.source().name());
    }

    Connection.Kind kind() {
        return watch.source().kind();
    }

    Actions actions() {
        return parts.actions();
    }

    NoticeBoard notices() {
        return parts.notices();
    }

    Settings settings() {
        return parts.settings().settings();
    }

    /** Reads at once what is on the screen. */
    void refresh() {
        polling().refresh();
    }

    @Override
    public void close() {
        scope.ifPresent(PollingScope::close);
        watch.close();
    }

    private PollingService polling() {
        return parts.polling();
    }

    private void follow(Optional<Connection> connection) {
        scope.ifPresent(PollingScope::close);
        polls.clear();
        notices().clear();
        workspace.set(connection.map(this::open));
        freshness.set("");
        polls.forEach(Poll::start);
    }

    private Workspace open(Connection connection) {
        var selection = new Selection();
        var lanes = new LaneFeed();
        var questions = polling().scope();
        scope = Optional.of(questions);
        var opened = new Workspace(connection, selection, lanes, questions, background, actions(), notices(), clock);
        var remembered = settings().environmentProperty().get();
        polls.add(questions.poll(
                "Reading the environments", opened.interval(), connection.environments()::all, newest -> {
                    var isFirst = selection.environments().isEmpty();
                    selection.update(newest);
                    if (isFirst) {
                        selection.choose(remembered);
                    }
                }));
        polls.add(questions.poll(
                "Reading the queues",
                opened.interval(),
                connection.lanes()::all,
                newest -> lanes.update(newest, clock.instant())));
        selection.nameProperty().addListener((name, before, now) -> {
            if (!now.isEmpty()) {
                settings().environmentProperty().set(now);
            }
        });
        return opened;
    }

    private void sayFreshness(Instant answered) {
        freshness.set(
                workspace.get().isEmpty()
                        ? ""
                        : "Last refresh " + Wording.time(answered, clock.instant(), clock.getZone()));
    }
}
