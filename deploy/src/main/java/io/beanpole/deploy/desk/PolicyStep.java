package io.beanpole.deploy.desk;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.action.ActionJournal;
import io.beanpole.deploy.action.ActionSubject;
import io.beanpole.deploy.beanstalk.EnvironmentState;
import io.beanpole.deploy.release.DeploymentListener;
import io.beanpole.deploy.release.PatientLooks;
import io.beanpole.deploy.release.ReleaseParts;
import java.util.Map;

/**
 * The step before a deployment that changes how it will be done. It is a request of its own, because version and
 * settings in one call would make a rolling update of a deployment (reference 3.6 [D]).
 */
final class PolicyStep {
    /** The phase in which the settings change. */
    static final String PHASE = "policy";

    private final ReleaseParts parts;
    private final ActionJournal journal;

    PolicyStep(ReleaseParts parts, ActionJournal journal) {
        this.parts = parts;
        this.journal = journal;
    }

    /**
     * Changes what differs and waits until the environment is Ready; nothing happens when nothing differs.
     *
     * @return whether the environment was changed
     */
    boolean take(EnvironmentState environment, RolloutPolicy policy, DeploymentListener listener) {
        policy.problem().ifPresent(sentence -> {
            throw new DeployException(sentence, "Choose another size of the batch.");
        });
        var present = parts.changes().settings(environment);
        var wanted = policy.settings();
        wanted.entrySet().removeIf(option -> option.getValue().equals(present.get(option.getKey())));
        if (wanted.isEmpty() || !environment.isReady()) {
            // What it is busy with is the deployment's to refuse, which says who began it.
            return false;
        }
        listener.phase(PHASE);
        listener.note("how it is deployed becomes " + policy.inWords());
        parts.changes().updateSettings(environment, wanted);
        awaitReady(environment.name(), listener);
        journal.write(
                new ActionSubject(environment.application(), environment.name()),
                "policy",
                environment.name() + " is deployed to with " + policy.inWords() + " from now on.",
                Map.of("before", RolloutPolicy.of(present).inWords(), "after", policy.inWords()));
        return true;
    }

    private void awaitReady(String name, DeploymentListener listener) {
        var looks = new PatientLooks(parts.following().patience(), parts.clock(), listener::note);
        var isReady = parts.following()
                .looks()
                .await(
                        "the change of the policy of " + name + ", which goes on by itself,",
                        () -> looks.look(
                                () -> parts.feed()
                                        .find(name)
                                        .filter(EnvironmentState::isReady)
                                        .isPresent(),
                                false));
        if (!isReady) {
            throw new DeployException(
                    "The policy of " + name + " was asked for, but the environment has not become Ready, so nothing was"
                            + " deployed.",
                    "Deploy again when it is Ready.");
        }
    }
}
