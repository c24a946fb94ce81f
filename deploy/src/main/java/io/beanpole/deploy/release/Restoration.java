package io.beanpole.deploy.release;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.beanstalk.DeploymentWatch.Outcome;
import io.beanpole.deploy.beanstalk.EnvironmentState;
import io.beanpole.deploy.beanstalk.VersionName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Takes environments back to the versions and settings that a release replaced. */
final class Restoration {
    private final ReleaseParts parts;
    private final UndoCheck undo;
    private final Function<String, DeploymentListener> listeners;
    private final List<DeploymentRecord> records = new ArrayList<>();

    Restoration(ReleaseParts parts, UndoCheck undo, Function<String, DeploymentListener> listeners) {
        this.parts = parts;
        this.undo = undo;
        this.listeners = listeners;
    }

    /** Restores what was changed, side by side, and says of each environment in a sentence how it is now. */
    List<String> of(List<EnvironmentRollout> changed) {
        var accounts = new ArrayList<String>();
        var rollouts = new ArrayList<EnvironmentRollout>();
        for (var rollout : changed) {
            try {
                begin(rollout, accounts, rollouts);
            } catch (DeployException e) {
                accounts.add(rollout.name() + " could not be taken back: " + e.getMessage());
            }
        }
        var looks = parts.following().looks();
        new Rollout(rollouts, looks.interval()).settle(looks.limit());
        rollouts.forEach(rollout -> accounts.add(
                rollout.outcome() == Outcome.SUCCEEDED
                        ? rollout.name() + " runs " + label(rollout) + " again on every instance."
                        : "Taking back " + rollout.account()));
        rollouts.forEach(rollout -> rollout.record().ifPresent(records::add));
        return accounts;
    }

    /** The records of what was taken back. */
    List<DeploymentRecord> records() {
        return records;
    }

    private void begin(EnvironmentRollout rollout, List<String> accounts, List<EnvironmentRollout> rollouts) {
        var name = rollout.name();
        if (!rollout.isAsked()) {
            accounts.add(name + " was not touched.");
            return;
        }
        var requests = rollout.requests();
        var replaced = requests.replaced();
        if (replaced.isEmpty()) {
            accounts.add(name + " was new, so that there is nothing to take it back to.");
            return;
        }
        if (!requests.added().isEmpty()) {
            accounts.add(name + " keeps settings that had no value before: " + requests.added() + ".");
        }
        var state = parts.feed().find(name).orElseThrow(() -> new DeployException("it is gone."));
        // A policy with instances of its own has taken it back by itself.
        var isBack = new Fleet(parts.feed(), state).isWhollyAt(replaced);
        if (requests.overwritten().isEmpty() && isBack) {
            accounts.add(name + " still runs " + replaced + " on every instance.");
            return;
        }
        rollouts.add(new EnvironmentRollout(parts, goal(rollout, state, !isBack), listeners.apply(name)));
    }

    private VersionGoal goal(EnvironmentRollout rollout, EnvironmentState state, boolean asksAgain) {
        var requests = rollout.requests();
        var version = new VersionName(state.application(), requests.replaced());
        return new VersionGoal(
                version.application(),
                rollout.name(),
                version.label(),
                undo.imagesOf(version),
                new Purpose(
                        "taken back, because the release failed",
                        "",
                        rollout.purpose().releaseId()),
                requests.overwritten(),
                asksAgain);
    }

    private static String label(EnvironmentRollout rollout) {
        return rollout.record().map(DeploymentRecord::toVersion).orElse("its version");
    }
}
