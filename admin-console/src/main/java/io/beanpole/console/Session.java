package io.beanpole.console;

import io.beanpole.console.connection.ConnectionChoice;
import io.beanpole.console.guard.ConsoleGuard;
import io.beanpole.console.polling.Background;
import io.beanpole.console.polling.Poll;
import io.beanpole.console.polling.PollingScope;
import io.beanpole.console.polling.Work;
import io.beanpole.console.screen.AlarmFeed;
import io.beanpole.console.screen.FleetFeed;
import io.beanpole.console.screen.LaneFeed;
import io.beanpole.console.screen.Selection;
import io.beanpole.console.screen.Workspace;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.connection.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/** One connection while it is open: its workspace, what is asked on every screen, and what was begun by way of it. */
final class Session {
    private static final Duration RIGHTS = Duration.ofMinutes(1);
    /** CloudWatch looks at an alarm once a minute or less often. */
    private static final int ALARM_ROUNDS = 3;
    /** Letters that were received are given back, and the record of a deployment is written, within this time. */
    private static final Duration PUTTING_RIGHT = Duration.ofSeconds(70);

    private final Connection connection;
    private final ConsoleParts parts;
    private final PollingScope questions;
    private final Background background;
    private final Workspace workspace;
    private final List<Poll<?>> polls = new ArrayList<>();

    /** Nothing is asked before it is started. */
    Session(Connection connection, ConsoleParts parts, SessionTerms terms) {
        this.connection = connection;
        this.parts = parts;
        var notices = terms.notices();
        var guard = new ConsoleGuard(terms.guarded(), parts.confirmation(), notices);
        questions = parts.polling().scope(notices);
        background = parts.background().telling(notices);
        workspace = new Workspace(
                terms.cards(),
                connection,
                new Selection(),
                new LaneFeed(),
                new AlarmFeed(),
                questions,
                background,
                parts.actions(),
                guard,
                terms.places(),
                parts.settings().settings().memory(),
                notices,
                connection.clock().withZone(parts.clock().getZone()));
        polls.add(questions.poll(
                Words.of("frame.poll.rights"),
                RIGHTS,
                () -> connection.rights().missing(ConsoleGuard.rightsOfAllDeeds()),
                guard::lacks));
    }

    Workspace workspace() {
        return workspace;
    }

    PollingScope questions() {
        return questions;
    }

    /** What was begun by way of it and has not ended. */
    List<Work> works() {
        return background.own();
    }

    /** Asks from now on what every screen shows. */
    void start(ConnectionChoice choice) {
        follow(choice.id());
        lanes();
        polls.add(questions.poll(
                Words.of("frame.poll.alarms"),
                workspace.interval().multipliedBy(ALARM_ROUNDS),
                () -> connection.alarms().all(),
                newest -> workspace.alarms().update(newest, workspace.clock().instant())));
        polls.forEach(Poll::start);
    }

    /**
     * Asks no more, gives up what was begun, and closes the connection when that has ended: a connection that is closed
     * under a piece of work would keep it from putting right what it began.
     */
    CompletableFuture<Void> end() {
        questions.close();
        return background.end(PUTTING_RIGHT).thenRun(connection::close);
    }

    private void follow(String connectionId) {
        var settings = parts.settings().settings();
        var last = settings.memory()
                .text(
                        "frame.environment." + connectionId,
                        settings.environmentProperty().get());
        var selection = workspace.selection();
        var remembered = last.get();
        var fleet = new FleetFeed(selection, workspace.notices());
        var clocks = new ClockWatch(connection.clock(), workspace.notices());
        // The first reading is a quick one, so the second, which knows more, follows at once.
        var environments = new AtomicReference<Poll<?>>();
        environments.set(questions.poll(
                Words.of("frame.poll.environments"),
                workspace.interval(),
                () -> connection.fleet().read(),
                newest -> {
                    if (!selection.readProperty().get()) {
                        Objects.requireNonNull(environments.get()).now();
                    }
                    clocks.look();
                    fleet.follow(newest, remembered);
                }));
        polls.add(Objects.requireNonNull(environments.get()));
        selection.nameProperty().addListener((name, before, now) -> {
            if (!now.isEmpty()) {
                last.set(now);
                settings.environmentProperty().set(now);
            }
        });
    }

    /** Counting every queue costs AWS a request for each, so that it is done there only while a screen shows lanes. */
    private void lanes() {
        var queues = questions.poll(
                Words.of("frame.poll.queues"),
                workspace.interval(),
                () -> connection.lanes().all(),
                newest -> workspace.lanes().update(newest, workspace.clock().instant()));
        if (connection.kind() == Connection.Kind.LOCAL) {
            polls.add(queues);
            return;
        }
        var wanted = workspace.lanes().wantedProperty();
        wanted.addListener((property, before, now) -> {
            if (now) {
                queues.start();
            } else {
                queues.pause();
            }
        });
        if (wanted.get()) {
            polls.add(queues);
        }
    }
}
