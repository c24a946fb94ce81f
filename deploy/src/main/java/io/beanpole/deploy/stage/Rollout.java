package io.beanpole.deploy.stage;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.Patience;
import io.beanpole.deploy.beanstalk.DeploymentWatch.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Several environments rolled out side by side, followed until each has succeeded or failed. */
final class Rollout {
    private final List<? extends EnvironmentRollout<?>> environments;
    private final Duration interval;

    Rollout(List<? extends EnvironmentRollout<?>> environments, Duration interval) {
        this.environments = environments;
        this.interval = interval;
    }

    /** Returns once every environment succeeded; anything else is an error that tells of each that did not. */
    void await(Duration deadline) {
        try {
            if (!new Patience(deadline, interval).await("the deployment, which goes on by itself,", this::isSettled)) {
                throw failure("The deployment did not end within " + deadline.toSeconds() + " s.");
            }
        } finally {
            environments.forEach(EnvironmentRollout::letGo);
        }
        if (has(Outcome.FAILED)) {
            throw failure("The deployment failed.");
        }
    }

    private boolean isSettled() {
        environments.forEach(EnvironmentRollout::advance);
        return !has(Outcome.PENDING) || hasBlockingFailure();
    }

    /** When one failed and the rest only wait for it, waiting on is of no use. */
    private boolean hasBlockingFailure() {
        return has(Outcome.FAILED)
                && environments.stream()
                        .filter(environment -> environment.outcome() == Outcome.PENDING)
                        .allMatch(EnvironmentRollout::isWaitingForOthers);
    }

    private boolean has(Outcome outcome) {
        return environments.stream().anyMatch(environment -> environment.outcome() == outcome);
    }

    private DeployException failure(String verdict) {
        var accounts = environments.stream()
                .filter(environment -> environment.outcome() != Outcome.SUCCEEDED)
                .map(EnvironmentRollout::account)
                .collect(Collectors.joining("\n"));
        return new DeployException(
                verdict + "\n" + accounts, "See ./beanpole logs ENVIRONMENT for what the instances said.");
    }
}
