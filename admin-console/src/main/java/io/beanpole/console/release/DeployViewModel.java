package io.beanpole.console.release;

import io.beanpole.console.guard.Deed;
import io.beanpole.console.memory.Memory;
import io.beanpole.console.screen.CopiedCommands;
import io.beanpole.console.screen.Selection;
import io.beanpole.console.screen.Workspace;
import io.beanpole.deploy.beanstalk.EnvironmentOverview;
import io.beanpole.deploy.desk.Content;
import io.beanpole.deploy.release.DeploymentOutcome;
import io.beanpole.deploy.release.DeploymentRecord;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.StringProperty;

/** The Deploy screen: prepares what the chosen environment shall run, deploys it, rolls it back, and knows what was. */
public final class DeployViewModel {
    private final Workspace workspace;
    private final Selection selection;
    private final Preparation preparation;
    private final ImageShelf shelf;
    private final Versions versions;
    private final PlanModel plan;
    private final HistoryModel history;
    private final Runs runs;
    private final Deployments deployments;
    private final Neighbours neighbours;
    private final ReleaseTray tray;
    private final Hindrances hindrances;
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper(this, "ready", false);
    private final KnownStanding standing;

    /** @param open the workspaces of all connections that are open, which a version can be promoted to */
    public DeployViewModel(Workspace workspace, Supplier<List<Workspace>> open) {
        this.workspace = workspace;
        selection = workspace.selection();
        preparation = new Preparation(workspace);
        plan = new PlanModel(workspace.connection().desk(), workspace.background());
        shelf = new ImageShelf(workspace);
        versions = new Versions(workspace);
        history = new HistoryModel(workspace);
        runs = new Runs(workspace);
        deployments = new Deployments(workspace, plan, runs, this::ended);
        neighbours = new Neighbours(workspace, open, runs);
        tray = new ReleaseTray(workspace);
        hindrances = new Hindrances(workspace, runs);
        standing = new KnownStanding(workspace, this::show);
        selection.nameProperty().addListener((name, before, after) -> turnTo(after));
        InvalidationListener decision = changed -> decide();
        selection.environmentProperty().addListener(decision);
        runs.shownProperty().addListener(decision);
        workspace.guard().whyNot(Deed.DEPLOY).addListener(decision);
        workspace.guard().whyNot(Deed.ABORT).addListener(decision);
        preparation.parts().forEach(part -> part.addListener(decision));
        turnTo(selection.name());
    }

    /** Begins to read. */
    public void start() {
        standing.start();
        shelf.start();
        runs.start();
    }

    /** Reads no more until it is started again; a deployment that runs goes on. */
    public void pause() {
        standing.pause();
        shelf.pause();
        runs.pause();
    }

    public ImageShelf shelf() {
        return shelf;
    }

    public Versions versions() {
        return versions;
    }

    public DockerrunForm form() {
        return preparation.form();
    }

    public Choice choice() {
        return preparation.choice();
    }

    public PolicyForm policy() {
        return preparation.policy();
    }

    public PlanModel plan() {
        return plan;
    }

    public HistoryModel history() {
        return history;
    }

    public Neighbours neighbours() {
        return neighbours;
    }

    public ReleaseTray tray() {
        return tray;
    }

    /** What keeps which button from being pressed. */
    public Hindrances hindrances() {
        return hindrances;
    }

    /** Why it is deployed, in the person's words. */
    public StringProperty noteProperty() {
        return preparation.note();
    }

    /** The deployment of the chosen environment that was begun or followed here last. */
    public ReadOnlyObjectProperty<Optional<DeploymentRun>> runProperty() {
        return runs.shownProperty();
    }

    /** Whether it is known what the chosen environment runs, so that it can be edited. */
    public ReadOnlyBooleanProperty readyProperty() {
        return ready.getReadOnlyProperty();
    }

    /** Puts an image into the form, by its digest. */
    public void choose(ImageLine line) {
        choice().forget();
        form().imageProperty().set(line.image().pinned());
        replan();
    }

    /** Means a version or a bundle as it stands. */
    public void choose(Content content) {
        choice().choose(selection.name(), content);
        plan.make(preparation.order());
    }

    /** Means the edited file again. */
    public void edit() {
        choice().forget();
        plan.forget();
    }

    /** Looks at what the deployment would do, unless something is wrong with what is prepared. */
    public void replan() {
        if (hindrances.whyNotPlanProperty().get().isEmpty()) {
            plan.make(preparation.order());
        }
    }

    /** Asks whether what is prepared shall be deployed, and deploys it. */
    public void deploy() {
        if (hindrances.whyNotDeployProperty().get().isEmpty()) {
            deployments.deploy(
                    preparation.order(), hindrances.repeatingProperty().get(), standing.lastTimes());
        }
    }

    /** Asks whether the environment shall return to the version that is named for it, and returns to it. */
    public void rollback() {
        rollback(hindrances.rollbackTargetProperty().get());
    }

    /** Asks whether the environment shall return to this version, and returns to it. */
    public void rollback(String version) {
        if (hindrances.whyNotRollbackProperty().get().isEmpty()) {
            deployments.rollback(selection.name(), version, noteProperty().get().strip(), standing.lastTimes());
        }
    }

    /** Asks whether what the environment is busy with shall be stopped, and stops it. */
    public void abort() {
        if (hindrances.whyNotAbortProperty().get().isEmpty()) {
            deployments.abort(selection.name());
        }
    }

    /** Puts what is prepared into the release of several environments. */
    public void putIntoRelease() {
        if (hindrances.whyNotDeployProperty().get().isEmpty()) {
            tray.put(preparation.order(), isWorker(), deployments.present(selection.name()));
        }
    }

    /** Where a person's arrangement of the tables is kept. */
    public Memory memory() {
        return workspace.memory();
    }

    /** What is on the screen, for a shell. */
    public CopiedCommands commands() {
        return Commands.of(preparation.order());
    }

    /** Deploys what was confirmed. */
    void begin(Intent intent) {
        deployments.begin(intent, standing.lastTimes());
    }

    private void ended(String name, Optional<DeploymentRecord> record) {
        if (record.filter(each -> each.outcome() == DeploymentOutcome.SUCCEEDED).isPresent()) {
            preparation.done(name);
            plan.forget();
        }
        decide();
        standing.readNow();
    }

    private void turnTo(String name) {
        standing.turnTo(name);
        preparation.turnTo(name);
        plan.forget();
        history.update(List.of());
        history.compare(List.of());
        runs.turnTo(name);
        decide();
        standing.readNow();
    }

    private void show(Standing newest) {
        preparation.follow(newest, isWorker());
        shelf.deployed(form().deployedImages());
        history.update(newest.history());
        decide();
    }

    private boolean isWorker() {
        return selection.environment().map(EnvironmentOverview::isWorker).orElse(false);
    }

    private void decide() {
        var known = standing.get();
        ready.set(known.isPresent());
        followOthers();
        hindrances.decide(known, preparation::whyWrong, preparation::whyNothing);
        if (known.isPresent()) {
            plan.compare(preparation.order());
        }
    }

    /** What somebody else began is followed here, too; so is what this console began before it was closed. */
    private void followOthers() {
        selection
                .environment()
                .filter(chosen -> !chosen.isReady())
                .ifPresent(busy -> standing.get().ifPresent(known -> runs.follow(busy, known, standing::readNow)));
    }
}
