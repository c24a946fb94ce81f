package io.beanpole.console.release;

import io.beanpole.console.guard.Deed;
import io.beanpole.console.screen.Workspace;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.beanstalk.EnvironmentOverview;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Why the buttons of the Deploy screen can't be pressed, as sentences that are empty when they can. */
public final class Hindrances {
    private final Workspace workspace;
    private final Runs runs;
    private final ReadOnlyStringWrapper whyNotDeploy = new ReadOnlyStringWrapper(this, "whyNotDeploy", "");
    private final ReadOnlyStringWrapper whyNotRollback = new ReadOnlyStringWrapper(this, "whyNotRollback", "");
    private final ReadOnlyStringWrapper whyNotAbort = new ReadOnlyStringWrapper(this, "whyNotAbort", "");
    private final ReadOnlyStringWrapper rollbackTarget = new ReadOnlyStringWrapper(this, "rollbackTarget", "");
    private final ReadOnlyStringWrapper rollbackName =
            new ReadOnlyStringWrapper(this, "rollbackName", Words.of("deploy.rollback"));
    private final ReadOnlyStringWrapper caution = new ReadOnlyStringWrapper(this, "caution", "");
    private final ReadOnlyBooleanWrapper repeating = new ReadOnlyBooleanWrapper(this, "repeating", false);
    private final ReadOnlyStringWrapper whyNotPlan = new ReadOnlyStringWrapper(this, "whyNotPlan", "");
    private List<String> earlier = List.of();

    Hindrances(Workspace workspace, Runs runs) {
        this.workspace = workspace;
        this.runs = runs;
    }

    /** Why what is prepared can't be deployed now. */
    public ReadOnlyStringProperty whyNotDeployProperty() {
        return whyNotDeploy.getReadOnlyProperty();
    }

    /** Why there can be no rollback now. */
    public ReadOnlyStringProperty whyNotRollbackProperty() {
        return whyNotRollback.getReadOnlyProperty();
    }

    /** Why nothing can be aborted now. */
    public ReadOnlyStringProperty whyNotAbortProperty() {
        return whyNotAbort.getReadOnlyProperty();
    }

    /** The version that a rollback would return to; empty when there is none. */
    public ReadOnlyStringProperty rollbackTargetProperty() {
        return rollbackTarget.getReadOnlyProperty();
    }

    /** What the rollback is called, with what it goes to: a version that is to be restored isn't rolled back to. */
    public ReadOnlyStringProperty rollbackNameProperty() {
        return rollbackName.getReadOnlyProperty();
    }

    /** The versions that ran well before, beside the one that a rollback names, the last first. */
    public List<String> earlierVersions() {
        return earlier;
    }

    /** What isn't certain of the environment since its last deployment, as a sentence; empty when all is. */
    public ReadOnlyStringProperty cautionProperty() {
        return caution.getReadOnlyProperty();
    }

    /** Whether nothing is prepared, so that a deployment would only do the last one again. */
    public ReadOnlyBooleanProperty repeatingProperty() {
        return repeating.getReadOnlyProperty();
    }

    /** Why what is prepared can't even be planned. */
    public ReadOnlyStringProperty whyNotPlanProperty() {
        return whyNotPlan.getReadOnlyProperty();
    }

    /**
     * Decides anew.
     *
     * @param standing empty while it isn't known what the environment runs
     * @param whyWrong what is wrong with what is prepared
     * @param whyNothing why it would change nothing; no hindrance after a deployment that didn't go well
     */
    void decide(
            Optional<Standing> standing, Supplier<Optional<String>> whyWrong, Supplier<Optional<String>> whyNothing) {
        var mayRepeat = standing.map(Standing::mayRepeat).orElse(false);
        var nothing = whyNothing.get();
        repeating.set(mayRepeat && nothing.isPresent());
        var environment = workspace.selection().environment();
        var busy = whyBusy(environment, standing);
        var target = standing.flatMap(Standing::rollbackTarget).orElse("");
        var unread = environment.isEmpty()
                ? Optional.of(Words.of("deploy.why.none"))
                : standing.isEmpty() ? Optional.of(Words.of("deploy.why.reading")) : Optional.<String>empty();
        whyNotPlan.set(unread.or(whyWrong).orElse(""));
        rollbackTarget.set(target);
        whyNotRollback.set(busy.or(() ->
                        target.isEmpty() ? Optional.of(Words.of("deploy.why.noEarlier")) : Optional.<String>empty())
                .orElse(""));
        whyNotDeploy.set(busy.or(whyWrong)
                .or(() -> mayRepeat ? Optional.empty() : nothing)
                .orElse(""));
        nameRollback(target, environment.map(EnvironmentOverview::versionLabel).orElse(""), standing);
        whyNotAbort.set(guarded(Deed.ABORT)
                .or(() -> environment.filter(chosen -> !chosen.isReady()).isPresent()
                        ? Optional.empty()
                        : Optional.of(Words.of("deploy.why.nothingToAbort")))
                .orElse(""));
    }

    private void nameRollback(String target, String present, Optional<Standing> standing) {
        earlier = standing.map(known -> known.earlier(present)).orElse(List.of());
        var isRestored = !target.isEmpty() && target.equals(present);
        var name = target.isEmpty() ? "deploy.rollback" : isRestored ? "deploy.restore" : "deploy.rollbackTo";
        rollbackName.set(Words.of(name, target));
        caution.set(standing.filter(known -> isRestored)
                .flatMap(Standing::unfinished)
                .map(last -> Words.of(last.wasAborted() ? "deploy.caution.aborted" : "deploy.caution.failed", target))
                .orElse(""));
    }

    private Optional<String> whyBusy(Optional<EnvironmentOverview> environment, Optional<Standing> standing) {
        if (environment.isEmpty()) {
            return Optional.of(Words.of("deploy.why.none"));
        }
        var chosen = environment.get();
        if (guarded(Deed.DEPLOY).isPresent()) {
            return guarded(Deed.DEPLOY);
        }
        if (!chosen.isReady()) {
            return Optional.of(Words.of("deploy.why.notReady", chosen.name(), chosen.status()));
        }
        if (runs.isRunning(chosen.name())) {
            return Optional.of(Words.of("deploy.why.running"));
        }
        return standing.isEmpty() ? Optional.of(Words.of("deploy.why.reading")) : Optional.empty();
    }

    private Optional<String> guarded(Deed deed) {
        return Optional.of(workspace.guard().whyNot(deed).get()).filter(why -> !why.isEmpty());
    }
}
