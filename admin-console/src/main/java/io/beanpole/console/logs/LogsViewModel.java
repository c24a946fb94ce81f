package io.beanpole.console.logs;

import io.beanpole.console.control.Wording;
import io.beanpole.console.file.WrittenFile;
import io.beanpole.console.guard.Deed;
import io.beanpole.console.polling.Poll;
import io.beanpole.console.screen.Workspace;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.connection.Connection;
import io.beanpole.deploy.log.LogLine;
import io.beanpole.deploy.log.ShellCommands;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ListChangeListener;

/** The logs of chosen instances in the order of time: once, or followed. */
final class LogsViewModel {
    private static final int MOST_LINES = 100_000;

    /** On AWS each sample is work for every instance of the environment. */
    private static final Duration FOLLOWING_AWS = Duration.ofSeconds(15);

    private static final Duration FOLLOWING_LOCAL = Duration.ofSeconds(3);

    private final Workspace workspace;
    private final LogSources sources;
    private final LogBook book = new LogBook(MOST_LINES);
    private final TailReader reader;
    private final List<LogLine> held = new ArrayList<>();
    private final Poll<Boolean> poll;
    private final LogSearch search;
    private final LogHindrances hindrances;
    private final BooleanProperty following = new SimpleBooleanProperty(this, "following", false);
    private final BooleanProperty paused = new SimpleBooleanProperty(this, "paused", false);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy", false);
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper(this, "state", "");
    private boolean isShown;

    /** Read by the thread that asks. */
    private volatile Map<String, Set<String>> asked = Map.of();

    LogsViewModel(Workspace workspace) {
        this.workspace = workspace;
        sources = new LogSources(workspace);
        reader = new TailReader(workspace.connection().logs(), MOST_LINES);
        search = new LogSearch(book, workspace.memory());
        var interval = workspace.connection().kind() == Connection.Kind.LOCAL ? FOLLOWING_LOCAL : FOLLOWING_AWS;
        poll = workspace.polling().poll(Words.of("logs.following"), interval, this::read, read -> add());
        following.addListener((property, before, now) -> follow());
        whyNotProperty().addListener((property, before, now) -> stopWhere(!now.isEmpty()));
        paused.addListener((property, before, now) -> release(now));
        sources.rows().addListener((ListChangeListener<Object>) change -> asked = sources.chosen());
        book.shown().addListener((ListChangeListener<Object>) change -> say());
        hindrances = new LogHindrances(this);
        say();
    }

    void shown() {
        isShown = true;
        sources.start();
        follow();
    }

    void hidden() {
        isShown = false;
        sources.pause();
        follow();
    }

    LogSources sources() {
        return sources;
    }

    LogBook book() {
        return book;
    }

    /** What is looked for in the lines. */
    LogSearch search() {
        return search;
    }

    /** What keeps which button from being pressed. */
    LogHindrances hindrances() {
        return hindrances;
    }

    BooleanProperty followingProperty() {
        return following;
    }

    /** Whether new lines wait, so that a person can read. */
    BooleanProperty pausedProperty() {
        return paused;
    }

    /** Whether logs are on their way. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** How many lines there are, in a few words. */
    ReadOnlyStringProperty stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Why no logs can be asked for here; empty when they can. */
    ReadOnlyStringProperty whyNotProperty() {
        return workspace.guard().whyNot(Deed.REQUEST_LOGS);
    }

    /** Asks for the logs once; not where it isn't allowed, or while they are on their way. */
    void tail() {
        if (isBlocked()) {
            return;
        }
        asked = sources.chosen();
        if (asked.isEmpty()) {
            state.set(Words.of("logs.none-chosen"));
            return;
        }
        busy.set(true);
        state.set(Words.of("logs.asking"));
        workspace.background().run(Words.of("logs.tailing"), this::read, read -> arrived(), failure -> ended());
    }

    /** Forgets the lines; what comes from now on is new. */
    void clear() {
        book.clear();
        held.clear();
        say();
    }

    /** Has all logs of one instance brought to a file; not where it isn't allowed, or while logs are on their way. */
    void bundle(LogSource source, Path file) {
        if (isBlocked()) {
            return;
        }
        var name = Words.of("logs.bundling", source.instanceId());
        busy.set(true);
        state.set(Words.of("logs.bundle-asked", source.instanceId()));
        workspace
                .background()
                .run(
                        name,
                        () -> {
                            workspace.connection().logs().bundle(source.environmentName(), source.instanceId(), file);
                            return file;
                        },
                        done -> {
                            ended();
                            workspace.notices().tell(Words.of("logs.bundled", source.instanceId(), done.toString()));
                        },
                        failure -> ended());
    }

    /** Writes the lines that are shown to a file. */
    void save(Path file) {
        var lines = List.copyOf(book.shown());
        workspace
                .background()
                .run(
                        Words.of("logs.saving"),
                        () -> WrittenFile.lines(
                                file, lines.stream().map(LogsViewModel::saved).toList()),
                        done -> workspace
                                .notices()
                                .tell(Words.of(
                                        "logs.saved",
                                        Wording.count(lines.size(), Words.of("logs.noun")),
                                        done.toString())));
    }

    /** A line with its time, instance and log. */
    private static String saved(LogLine line) {
        return line.at() + " " + line.instance() + " " + line.file() + " " + line.text();
    }

    /** How to get a shell on an instance. */
    ShellCommands shell(LogSource source) {
        return workspace.connection().logs().shell(source.environmentName(), source.instanceId());
    }

    /** The environment that is worked on. */
    String environmentName() {
        return workspace.selection().name();
    }

    private boolean isBlocked() {
        return busy.get() || !whyNotProperty().get().isEmpty();
    }

    /** Following asks again and again, so it ends when asking is forbidden meanwhile. */
    private void stopWhere(boolean isForbidden) {
        if (isForbidden) {
            following.set(false);
        }
    }

    private void follow() {
        asked = sources.chosen();
        if (isShown && following.get() && whyNotProperty().get().isEmpty()) {
            poll.start();
        } else {
            poll.pause();
        }
        add();
    }

    private boolean read() {
        reader.read(asked);
        return true;
    }

    private void add() {
        var fresh = reader.taken();
        if (paused.get()) {
            held.addAll(fresh);
            if (held.size() > MOST_LINES) {
                held.subList(0, held.size() - MOST_LINES).clear();
            }
        } else {
            book.add(fresh);
        }
        say();
    }

    private void arrived() {
        add();
        ended();
    }

    private void release(boolean isPaused) {
        if (!isPaused) {
            book.add(List.copyOf(held));
            held.clear();
        }
        say();
    }

    private void ended() {
        busy.set(false);
        say();
    }

    private void say() {
        if (book.size() == 0 && held.isEmpty()) {
            state.set(following.get() ? Words.of("logs.asking") : "");
            return;
        }
        var count = Words.of(
                "logs.count", Wording.number(book.shown().size()), Wording.count(book.size(), Words.of("logs.noun")));
        state.set(held.isEmpty() ? count : count + Words.of("logs.held", Wording.number(held.size())));
    }
}
