package io.beanpole.console.release;

import io.beanpole.console.control.Wording;
import io.beanpole.console.list.KeyedList;
import io.beanpole.console.list.Row;
import io.beanpole.console.notice.Problem;
import io.beanpole.console.polling.Background;
import io.beanpole.console.polling.Poll;
import io.beanpole.console.screen.Selection;
import io.beanpole.console.screen.Workspace;
import io.beanpole.deploy.beanstalk.EnvironmentOverview;
import io.beanpole.deploy.dockerrun.DockerrunFinding;
import io.beanpole.deploy.release.DeploymentOutcome;
import io.beanpole.deploy.release.DeploymentRecord;
import io.beanpole.deploy.release.DeploymentRequest;
import io.beanpole.deploy.release.Releases;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;

/** The Deploy screen: edits what the chosen environment shall run, deploys it, rolls it back, and knows what was. */
public final class DeployViewModel {
    /** What is deployed changes seldom but by us, and then we ask at once. */
    private static final int INTERVALS = 5;

    private final Selection selection;
    private final Releases releases;
    private final Background background;
    private final Clock clock;
    private final ImageShelf shelf;
    private final DockerrunForm form = new DockerrunForm();
    private final StringProperty note = new SimpleStringProperty(this, "note", "");
    private final KeyedList<DeploymentRecord> history = new KeyedList<>(DeploymentRecord::id);
    private final Map<String, DeploymentRun> runs = new HashMap<>();
    private final Map<String, String> drafts = new HashMap<>();
    private final Map<String, String> notes = new HashMap<>();
    private final ReadOnlyObjectWrapper<Optional<DeploymentRun>> run =
            new ReadOnlyObjectWrapper<>(this, "run", Optional.empty());
    private final ReadOnlyStringWrapper whyNotDeploy = new ReadOnlyStringWrapper(this, "whyNotDeploy", "");
    private final ReadOnlyStringWrapper whyNotRollback = new ReadOnlyStringWrapper(this, "whyNotRollback", "");
    private final ReadOnlyStringWrapper rollbackTarget = new ReadOnlyStringWrapper(this, "rollbackTarget", "");
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper(this, "ready", false);
    private final Poll<Optional<Standing>> poll;
    private Optional<Standing> standing = Optional.empty();
    private String shownEnvironment = "";
    /** What the next question is about; it is asked on a thread of the poll. */
    private volatile String asked = "";

    public DeployViewModel(Workspace workspace) {
        selection = workspace.selection();
        releases = workspace.connection().releases();
        background = workspace.background();
        clock = workspace.clock();
        shelf = new ImageShelf(workspace);
        poll = workspace
                .polling()
                .poll("Reading what is deployed", workspace.interval().multipliedBy(INTERVALS), this::read, this::show);
        selection.nameProperty().addListener((name, before, after) -> turnTo(after));
        selection.environmentProperty().addListener((Observable changed) -> decide());
        form.findings().addListener((Observable changed) -> decide());
        form.changes().addListener((Observable changed) -> decide());
        turnTo(selection.name());
    }

    /** Begins to read. */
    public void start() {
        poll.start();
        shelf.start();
    }

    /** Reads no more until it is started again; a deployment that runs goes on. */
    public void pause() {
        poll.pause();
        shelf.pause();
    }

    public ImageShelf shelf() {
        return shelf;
    }

    public DockerrunForm form() {
        return form;
    }

    /** Why it is deployed, in the person's words. */
    public StringProperty noteProperty() {
        return note;
    }

    /** The deployments of the chosen environment, newest first. */
    public ObservableList<Row<DeploymentRecord>> history() {
        return history.rows();
    }

    /** The deployment of the chosen environment that was begun here last. */
    public ReadOnlyObjectProperty<Optional<DeploymentRun>> runProperty() {
        return run.getReadOnlyProperty();
    }

    /** Why nothing can be deployed now, as a sentence; empty when it can. */
    public ReadOnlyStringProperty whyNotDeployProperty() {
        return whyNotDeploy.getReadOnlyProperty();
    }

    /** Why there can be no rollback now, as a sentence; empty when there can. */
    public ReadOnlyStringProperty whyNotRollbackProperty() {
        return whyNotRollback.getReadOnlyProperty();
    }

    /** The version that a rollback would return to; empty when there is none. */
    public ReadOnlyStringProperty rollbackTargetProperty() {
        return rollbackTarget.getReadOnlyProperty();
    }

    /** Whether it is known what the chosen environment runs, so that it can be edited. */
    public ReadOnlyBooleanProperty readyProperty() {
        return ready.getReadOnlyProperty();
    }

    /** Puts an image into the form, by its digest. */
    public void choose(ImageLine line) {
        form.imageProperty().set(line.image().pinned());
    }

    /** To deploy what the form holds; empty while there is a reason against it. */
    Optional<Intent> deployment() {
        var name = selection.name();
        var request = new DeploymentRequest(
                name, form.textProperty().get(), note.get().strip());
        return Optional.of(new Intent(
                        name,
                        present(name),
                        "Deploying to " + name,
                        Consequences.of(form),
                        listener -> releases.deploy(request, listener)))
                .filter(intent -> whyNotDeploy.get().isEmpty());
    }

    /** To return to the version that is shown for it; empty while there is a reason against it. */
    Optional<Intent> rollback() {
        var name = selection.name();
        var target = rollbackTarget.get();
        var why = note.get().isBlank()
                ? "Rollback from " + present(name)
                : note.get().strip();
        return Optional.of(new Intent(
                        name,
                        present(name),
                        "Rolling back " + name,
                        name + " returns to " + target + ", the version before the present one.",
                        listener -> releases.deployVersion(name, target, why, listener)))
                .filter(intent -> whyNotRollback.get().isEmpty());
    }

    /** Does what was confirmed, unless the environment has got another version meanwhile. */
    void begin(Intent intent) {
        var name = intent.environmentName();
        var begun = new DeploymentRun(intent.title(), clock);
        runs.put(name, begun);
        if (name.equals(selection.name())) {
            run.set(Optional.of(begun));
        }
        if (!present(name).equals(intent.presentVersion())) {
            begun.refused(name + " has got the version " + present(name)
                    + " while you were asked. Look at it, and decide again.");
            decide();
            return;
        }
        decide();
        background.run(
                intent.title(),
                () -> intent.work().apply(begun.listener(background)),
                record -> {
                    begun.ended(record);
                    ended(name, record.outcome());
                },
                failure -> {
                    begun.refused(Problem.sentence(failure));
                    decide();
                });
    }

    private void ended(String name, DeploymentOutcome outcome) {
        if (outcome == DeploymentOutcome.SUCCEEDED) {
            drafts.remove(name);
            notes.remove(name);
            if (name.equals(selection.name())) {
                note.set("");
            }
        }
        decide();
        poll.now();
    }

    private String present(String name) {
        return selection.environments().stream()
                .map(Row::value)
                .filter(environment -> environment.name().equals(name))
                .findFirst()
                .map(EnvironmentOverview::versionLabel)
                .orElse("");
    }

    /** What was edited and noted for one environment waits for the return to it. */
    private void turnTo(String name) {
        if (standing.isPresent() && form.isChanged()) {
            drafts.put(shownEnvironment, form.textProperty().get());
        } else if (standing.isPresent()) {
            drafts.remove(shownEnvironment);
        }
        notes.put(shownEnvironment, note.get());
        note.set(notes.getOrDefault(name, ""));
        shownEnvironment = name;
        asked = name;
        standing = Optional.empty();
        history.update(List.of());
        run.set(Optional.ofNullable(runs.get(name)));
        decide();
        poll.now();
    }

    private Optional<Standing> read() {
        var name = asked;
        return name.isEmpty() ? Optional.empty() : Optional.of(Standing.of(name, releases));
    }

    private void show(Optional<Standing> answer) {
        answer.filter(newest -> newest.environmentName().equals(selection.name()))
                .ifPresent(newest -> {
                    var isFirst = standing.isEmpty();
                    standing = answer;
                    if (isFirst) {
                        var draft = Optional.ofNullable(drafts.get(newest.environmentName()));
                        form.load(newest.dockerrun(), draft, isWorker());
                    } else {
                        form.rebase(newest.dockerrun());
                    }
                    shelf.deployed(form.deployedImages());
                    history.update(newest.history());
                    decide();
                });
    }

    private boolean isWorker() {
        return selection.environment().map(chosen -> chosen.isWorker()).orElse(false);
    }

    private void decide() {
        var busy = whyBusy();
        ready.set(standing.isPresent());
        rollbackTarget.set(standing.flatMap(Standing::rollbackTarget).orElse(""));
        whyNotRollback.set(busy.or(() -> rollbackTarget.get().isEmpty()
                        ? Optional.of("There is no earlier version that was deployed with success.")
                        : Optional.empty())
                .orElse(""));
        whyNotDeploy.set(busy.or(this::whyNotThis).orElse(""));
    }

    private Optional<String> whyBusy() {
        if (selection.environment().isEmpty()) {
            return Optional.of("Choose an environment first.");
        }
        if (run.get().map(DeploymentRun::isRunning).orElse(false)) {
            return Optional.of("A deployment is running.");
        }
        if (standing.isEmpty()) {
            return Optional.of("Reading what is deployed…");
        }
        return selection
                .environment()
                .filter(chosen -> !chosen.isReady())
                .map(chosen -> chosen.name() + " is " + chosen.status() + "; wait until it is Ready.");
    }

    private Optional<String> whyNotThis() {
        var errors = form.findings().stream().filter(DockerrunFinding::isError).count();
        if (errors > 0) {
            return Optional.of("The file has " + Wording.count(errors, "error") + " to mend first.");
        }
        var mayRepeat = standing.flatMap(known -> known.history().stream().findFirst())
                .map(last -> last.outcome() != DeploymentOutcome.SUCCEEDED)
                .orElse(false);
        return form.isChanged() || mayRepeat ? Optional.empty() : Optional.of("Nothing differs from what is deployed.");
    }
}
