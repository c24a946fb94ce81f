package io.beanpole.console.queues.letters;

import io.beanpole.console.control.Wording;
import io.beanpole.console.guard.CloudKind;
import io.beanpole.console.guard.Deed;
import io.beanpole.console.guard.Question;
import io.beanpole.console.list.Row;
import io.beanpole.console.screen.Workspace;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.deadletter.LetterDesk;
import io.beanpole.deploy.deadletter.Look;
import io.beanpole.deploy.deadletter.Snapshot;
import io.beanpole.deploy.lane.LaneState;
import io.beanpole.deploy.lane.QueuePair;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/**
 * The lane whose dead letters are shown, and the snapshots of them. It is the lane of the environment that the frame
 * names; one that vanishes stays shown and says so, so that nothing is ever done to another in its place.
 */
public final class LettersViewModel {
    private final Workspace workspace;
    private final LetterWork work;
    private final ShownLetters shown = new ShownLetters();
    private final ReadOnlyObjectWrapper<Optional<LaneState>> lane =
            new ReadOnlyObjectWrapper<>(this, "lane", Optional.empty());
    private final ReadOnlyBooleanWrapper gone = new ReadOnlyBooleanWrapper(this, "gone", false);
    private final ReadOnlyStringWrapper missing = new ReadOnlyStringWrapper(this, "missing", "");
    private final ObservableList<Path> files = FXCollections.observableArrayList();

    /** The dead letters of a connection's lanes. */
    public LettersViewModel(Workspace workspace) {
        this.workspace = workspace;
        work = new LetterWork(workspace.background());
        workspace.lanes().lanes().addListener((ListChangeListener<Row<LaneState>>) change -> follow());
        workspace.selection().nameProperty().addListener((name, before, now) -> followEnvironment(now));
        follow();
    }

    /** The chosen lane's name; empty when there is none. */
    public String laneName() {
        return lane.get().map(LaneState::name).orElse("");
    }

    /** The URL of the chosen lane's queue; empty when there is none. */
    public String queueUrl() {
        return lane.get().map(LaneState::queueUrl).orElse("");
    }

    /** The URL of the chosen lane's dead-letter queue; empty when there is none. */
    public String deadLetterUrl() {
        return lane.get().map(LaneState::deadLetterQueueUrl).orElse("");
    }

    Workspace workspace() {
        return workspace;
    }

    LetterWork work() {
        return work;
    }

    /** What is shown of the chosen lane's dead letters. */
    ShownLetters shown() {
        return shown;
    }

    /** The lanes to choose from, the most urgent first. */
    ObservableList<Row<LaneState>> lanes() {
        return workspace.lanes().lanes();
    }

    /** The chosen lane as last read; empty when there is none. */
    ReadOnlyObjectProperty<Optional<LaneState>> laneProperty() {
        return lane.getReadOnlyProperty();
    }

    /** Whether the chosen lane wasn't among those read last. */
    ReadOnlyBooleanProperty goneProperty() {
        return gone.getReadOnlyProperty();
    }

    /** Why the last look didn't see all; empty when it did. */
    ReadOnlyStringProperty missingProperty() {
        return missing.getReadOnlyProperty();
    }

    /** The snapshots of this lane on this computer, the newest first. */
    ObservableList<Path> files() {
        return files;
    }

    /** Chooses a lane by its name, and its environment in the frame; shows what was seen of it last. */
    public void chooseLane(String name) {
        if (work.busyProperty().get() || laneName().equals(name)) {
            return;
        }
        find(each -> each.name().equals(name)).ifPresent(chosen -> {
            choose(chosen);
            workspace.selection().choose(chosen.environmentName());
        });
    }

    /** The dead letters of the chosen lane, to be kept while a person is asked; empty without a dead-letter queue. */
    Optional<LaneLetters> here() {
        return lane.get()
                .filter(known -> !known.deadLetterQueueUrl().isEmpty())
                .map(QueuePair::of)
                .map(pair -> new LaneLetters(
                        pair, workspace.connection().deadLetters().desk(pair)));
    }

    /** Looks at the letters, which costs each of them a receive; in production the person is asked before. */
    void look() {
        here().filter(known -> workspace.guard().whyNot(Deed.LOOK).get().isEmpty())
                .ifPresent(at -> {
                    if (workspace.card().kind() == CloudKind.PRODUCTION) {
                        workspace.guard().ask(question(at.pair()), () -> look(at));
                    } else {
                        look(at);
                    }
                });
    }

    private static Question question(QueuePair pair) {
        return new Question(
                pair.deadLetterName(),
                Words.of("queues.letters.look.title", pair.deadLetterName()),
                Words.of("queues.letters.cost"),
                Words.of("queues.letters.look.do"),
                false);
    }

    private void look(LaneLetters at) {
        work.begin(
                Words.of("queues.letters.looking", at.pair().label()),
                run -> new Seen(
                        at.desk().look(LetterDesk.MOST, Optional.empty(), run),
                        at.desk().snapshots()),
                seen -> seen(at.pair(), seen));
    }

    /** Shows an older snapshot. */
    void open(Path chosen) {
        if (shown.file().equals(Optional.of(chosen))) {
            return;
        }
        here().ifPresent(at -> workspace
                .background()
                .run(Words.of("queues.letters.opening"), () -> at.desk().snapshot(chosen), read -> {
                    if (isShown(at.pair())) {
                        shown.show(read, chosen);
                    }
                }));
    }

    /** Takes letters that are no longer among the dead of this queue out of what is shown. */
    void forget(QueuePair of, Collection<String> ids) {
        if (isShown(of)) {
            shown.forget(ids);
        }
    }

    /** When something was, as a person here reads it. */
    String time(Instant at) {
        return Wording.time(at, workspace.clock().instant(), workspace.clock().getZone());
    }

    private void follow() {
        if (lane.get().isEmpty()) {
            find(each -> each.environmentName().equals(workspace.selection().name()))
                    .or(() -> find(each -> each.deadLetters() > 0))
                    .or(() -> find(each -> true))
                    .ifPresent(this::choose);
            return;
        }
        var known = find(each -> each.name().equals(laneName()));
        gone.set(known.isEmpty());
        known.ifPresent(newest -> {
            if (newest.deadLetterQueueUrl().equals(deadLetterUrl())) {
                lane.set(known);
            } else if (!work.busyProperty().get()) {
                // The environment was made anew: what is shown was in a queue that this lane no longer has.
                choose(newest);
            }
        });
    }

    private void followEnvironment(String name) {
        var isOther =
                lane.get().map(LaneState::environmentName).filter(name::equals).isEmpty();
        if (isOther && !work.busyProperty().get()) {
            find(each -> each.environmentName().equals(name)).ifPresent(this::choose);
        }
    }

    private Optional<LaneState> find(Predicate<LaneState> wanted) {
        return lanes().stream().map(Row::value).filter(wanted).findFirst();
    }

    private boolean isShown(QueuePair pair) {
        return deadLetterUrl().equals(pair.deadLetterUrl());
    }

    private void choose(LaneState chosen) {
        gone.set(false);
        lane.set(Optional.of(chosen));
        work.say("");
        missing.set("");
        files.clear();
        shown.clear();
        here().ifPresent(at -> workspace
                .background()
                .run(
                        Words.of("queues.letters.opening"),
                        () -> new Kept(at.desk().snapshots(), at.desk().newest()),
                        kept -> kept(at.pair(), kept)));
    }

    private void kept(QueuePair of, Kept kept) {
        if (isShown(of)) {
            files.setAll(kept.files());
            kept.newest().ifPresent(newest -> shown.show(newest, kept.files().get(0)));
        }
    }

    private void seen(QueuePair of, Seen seen) {
        if (!isShown(of)) {
            return;
        }
        files.setAll(seen.files());
        missing.set(seen.look().missing().orElse(""));
        var taken = seen.look().snapshot();
        if (taken.letters().isEmpty()) {
            work.say(Words.of("queues.letters.seen-none"));
            shown.clear();
        } else {
            var kept = seen.files().get(0);
            work.say(Words.of(
                    "queues.letters.seen", LetterCount.of(taken.letters().size()), String.valueOf(kept)));
            shown.show(taken, kept);
        }
    }

    /** What a look saw, and the snapshots that there are after it. */
    private record Seen(Look look, List<Path> files) {}

    /** What is on the disk. */
    private record Kept(List<Path> files, Optional<Snapshot> newest) {}
}
