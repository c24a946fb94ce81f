package io.beanpole.deploy.stage;

import io.beanpole.deploy.DeployException;
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
        var end = System.nanoTime() + deadline.toNanos();
        while (!isSettled()) {
            if (System.nanoTime() > end) {
                throw failure("The deployment did not end within " + deadline.toSeconds() + " s.");
            }
            pause();
        }
        if (environments.stream().anyMatch(environment -> environment.advance() == Outcome.FAILED)) {
            throw failure("The deployment failed.");
        }
    }

    private boolean isSettled() {
        var settled = true;
        for (var environment : environments) {
            settled &= environment.advance() != Outcome.PENDING;
        }
        return settled || hasBlockingFailure();
    }

    /** When one failed and the rest only wait for it, waiting on is of no use. */
    private boolean hasBlockingFailure() {
        return environments.stream().anyMatch(environment -> environment.advance() == Outcome.FAILED)
                && environments.stream()
                        .filter(environment -> environment.advance() == Outcome.PENDING)
                        .allMatch(EnvironmentRollout::isWaitingForOthers);
    }

    private DeployException failure(String verdict) {
        var accounts = environments.stream()
                .filter(environment -> environment.advance() != Outcome.SUCCEEDED)
                .map(EnvironmentRollout::account)
                .collect(Collectors.joining("\n"));
        return new DeployException(
                verdict + "\n" + accounts, "See ./beanpole logs ENVIRONMENT for what the instances said.");
    }

    private void pause() {
        try {
            Thread.sleep(interval.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeployException("Following the deployment was interrupted; it goes on by itself.", e);
        }
    }
}
