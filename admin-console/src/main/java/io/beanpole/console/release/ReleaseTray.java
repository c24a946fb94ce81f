package io.beanpole.console.release;

import io.beanpole.console.control.Mark;
import io.beanpole.console.control.Tone;
import io.beanpole.console.guard.Deed;
import io.beanpole.console.guard.Question;
import io.beanpole.console.list.KeyedList;
import io.beanpole.console.list.Row;
import io.beanpole.console.notice.Problem;
import io.beanpole.console.screen.Workspace;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.beanstalk.EnvironmentOverview;
import io.beanpole.deploy.desk.Order;
import io.beanpole.deploy.release.DeploymentRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Several environments that are deployed as one: collected here, released in order, taken back together. */
public final class ReleaseTray {
    private final Workspace workspace;
    private final KeyedList<TrayLine> lines = new KeyedList<>(TrayLine::environmentName);
    private final ObservableList<String> log = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<Mark>> outcome =
            new ReadOnlyObjectWrapper<>(this, "outcome", Optional.empty());
    private final ReadOnlyStringWrapper whyNotRelease = new ReadOnlyStringWrapper(this, "whyNotRelease", "");
    private final ReadOnlyStringWrapper whyNotTakeBack = new ReadOnlyStringWrapper(this, "whyNotTakeBack", "");
    private final ReadOnlyStringWrapper whyNotUndo = new ReadOnlyStringWrapper(this, "whyNotUndo", "");
    private Optional<DeploymentRecord> last = Optional.empty();
    private List<String> lastNames = List.of();
    private boolean isRunning;

    ReleaseTray(Workspace workspace) {
        this.workspace = workspace;
        workspace.guard().whyNot(Deed.DEPLOY).addListener((property, before, now) -> decide());
        decide();
    }

    /** In the order in which they are released: workers, which consume messages, before web, which produces them. */
    public ObservableList<Row<TrayLine>> lines() {
        return lines.rows();
    }

    /** What was said while releasing, oldest first. */
    public ObservableList<String> log() {
        return log;
    }

    /** How the last release ended; empty before the first, and while one runs. */
    public ReadOnlyObjectProperty<Optional<Mark>> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    /** Why nothing can be released now, as a sentence; empty when it can. */
    public ReadOnlyStringProperty whyNotReleaseProperty() {
        return whyNotRelease.getReadOnlyProperty();
    }

    /** Why the last release can't be taken back from here, as a sentence; empty when it can. */
    public ReadOnlyStringProperty whyNotTakeBackProperty() {
        return whyNotTakeBack.getReadOnlyProperty();
    }

    /** Why no release of the history can be taken back now, as a sentence; empty when one can. */
    public ReadOnlyStringProperty whyNotUndoProperty() {
        return whyNotUndo.getReadOnlyProperty();
    }

    /** Puts what is prepared for an environment in, in place of what was there for it. */
    void put(Order order, boolean isWorker, String presentVersion) {
        var all = new ArrayList<>(lines.values());
        all.removeIf(line -> line.environmentName().equals(order.environmentName()));
        all.add(new TrayLine(order, isWorker, presentVersion));
        all.sort(Comparator.comparing((TrayLine line) -> !line.isWorker()).thenComparing(TrayLine::environmentName));
        lines.update(all);
        decide();
    }

    /** Takes an environment out again. */
    public void remove(TrayLine line) {
        lines.update(lines.values().stream().filter(each -> !each.equals(line)).toList());
        decide();
    }

    /** Asks, and releases all of them, unless somebody deployed to one of them since it was put in. */
    public void release(String note) {
        if (!whyNotRelease.get().isEmpty()) {
            return;
        }
        var all = List.copyOf(lines.values());
        var drifted = all.stream()
                .filter(this::hasDrifted)
                .map(TrayLine::environmentName)
                .toList();
        if (!drifted.isEmpty()) {
            workspace.notices().tell(Words.of("deploy.release.drifted", subject(drifted)));
            return;
        }
        var orders = all.stream().map(TrayLine::order).toList();
        var seen = all.stream().collect(Collectors.toMap(TrayLine::environmentName, TrayLine::presentVersion));
        var names = all.stream().map(TrayLine::environmentName).toList();
        var question = new Question(
                subject(names),
                Words.of("deploy.release.title", Integer.toString(orders.size())),
                consequences(all),
                Words.of("deploy.release.doIt"),
                false);
        workspace
                .guard()
                .ask(
                        question,
                        () -> run(
                                Words.of("deploy.release.work"),
                                () -> workspace.connection().desk().release(orders, seen, note, this::hear),
                                records -> {
                                    takeOut(all);
                                    remember(records, names);
                                }));
    }

    /** Asks, and takes the last release back as a whole. */
    public void takeBack() {
        if (whyNotTakeBack.get().isEmpty()) {
            askTakeBack(last.map(DeploymentRecord::releaseId).orElse(""), lastNames);
        }
    }

    /**
     * Looks which environments a release changed that somebody made, asks, and takes it back.
     *
     * @param part the deployment of one of them
     */
    public void takeBack(DeploymentRecord part) {
        if (!whyNotUndo.get().isEmpty()) {
            return;
        }
        var releaseId = part.releaseId();
        var names = workspace.selection().environments().stream()
                .map(Row::value)
                .filter(environment -> environment.application().equals(part.application()))
                .map(EnvironmentOverview::name)
                .toList();
        workspace
                .background()
                .run(
                        Words.of("deploy.release.backLooking"),
                        () -> workspace.connection().desk().released(releaseId, names),
                        changed -> {
                            if (changed.isEmpty()) {
                                workspace.notices().tell(Words.of("deploy.release.backNothing", releaseId));
                            } else {
                                askTakeBack(releaseId, changed);
                            }
                        });
    }

    private void askTakeBack(String releaseId, List<String> names) {
        workspace
                .guard()
                .ask(
                        new Question(
                                subject(names),
                                Words.of("deploy.release.backTitle"),
                                Words.of("deploy.release.backConsequences", releaseId, subject(names)),
                                Words.of("deploy.release.backDoIt"),
                                false),
                        () -> run(
                                Words.of("deploy.release.backWork"),
                                () -> workspace.connection().desk().takeBack(releaseId, names, "", this::hear),
                                records -> remember(records, names)));
    }

    private void run(String title, Supplier<List<DeploymentRecord>> work, Consumer<List<DeploymentRecord>> done) {
        if (isRunning) {
            workspace.notices().tell(Words.of("deploy.release.running"));
            return;
        }
        isRunning = true;
        log.clear();
        outcome.set(Optional.empty());
        decide();
        workspace
                .background()
                .run(
                        title,
                        work,
                        records -> {
                            done.accept(records);
                            ended(new Mark(
                                    Tone.GOOD, Words.of("deploy.release.done", Integer.toString(records.size()))));
                        },
                        failure -> ended(new Mark(Tone.BAD, Problem.sentence(failure))));
    }

    private boolean hasDrifted(TrayLine line) {
        return workspace.selection().environments().stream()
                .map(Row::value)
                .filter(environment -> environment.name().equals(line.environmentName()))
                .anyMatch(environment -> !environment.versionLabel().equals(line.presentVersion()));
    }

    /** What was put in while the release ran stays. */
    private void takeOut(List<TrayLine> released) {
        lines.update(
                lines.values().stream().filter(line -> !released.contains(line)).toList());
    }

    private void remember(List<DeploymentRecord> records, List<String> names) {
        last = records.stream().findFirst();
        lastNames = names;
    }

    private void ended(Mark mark) {
        isRunning = false;
        outcome.set(Optional.of(mark));
        decide();
    }

    private void hear(String line) {
        workspace.background().onWindow(() -> log.add(line));
    }

    private void decide() {
        var guarded = workspace.guard().whyNot(Deed.DEPLOY).get();
        var busy = isRunning ? Words.of("deploy.release.running") : guarded;
        whyNotUndo.set(busy);
        whyNotRelease.set(busy.isEmpty() && lines.rows().isEmpty() ? Words.of("deploy.release.empty") : busy);
        whyNotTakeBack.set(busy.isEmpty() && last.isEmpty() ? Words.of("deploy.release.nothingMade") : busy);
    }

    private static String consequences(List<TrayLine> lines) {
        return Stream.concat(
                        lines.stream()
                                .map(line -> Words.of(
                                        "deploy.release.step", line.wave(), line.environmentName(), line.what())),
                        Stream.of(Words.of("deploy.release.consequences")))
                .collect(Collectors.joining("\n"));
    }

    /** All that would be changed: whoever types it in production has read every name. */
    private static String subject(List<String> names) {
        return String.join(", ", names);
    }
}
