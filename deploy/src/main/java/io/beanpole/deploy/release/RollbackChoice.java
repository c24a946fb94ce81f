package io.beanpole.deploy.release;

import java.util.List;
import java.util.Optional;

/** Which version a rollback goes to: the last one that is known to have run well before the last deployment. */
final class RollbackChoice {
    private final List<DeploymentRecord> history;
    private final String present;

    /**
     * A choice over what is recorded.
     *
     * @param history newest first
     * @param present the version that the environment has, however it came to it
     */
    RollbackChoice(List<DeploymentRecord> history, String present) {
        this.history =
                history.stream().filter(DeploymentRecord::reachedTheInstances).toList();
        this.present = present;
    }

    /**
     * After a deployment that failed or has no known end it is the version that was deployed with success before, even
     * if that is what the environment says it has: Elastic Beanstalk goes by the last success, while the instances may
     * run anything. After a success it is what that one replaced, so that a rollback of a rollback goes forward again.
     */
    Optional<String> version() {
        var wellEnded = history.isEmpty() || isSuccess(history.get(0));
        for (var deployment : history) {
            if (!isSuccess(deployment)) {
                continue;
            }
            if (!wellEnded || !deployment.toVersion().equals(present)) {
                return Optional.of(deployment.toVersion());
            }
            var replaced = deployment.fromVersion();
            if (!replaced.isEmpty() && !replaced.equals(present) && !failed(replaced)) {
                return Optional.of(replaced);
            }
        }
        return Optional.empty();
    }

    /** A deployment that nobody followed to its end went well if the environment took its version over. */
    private boolean isSuccess(DeploymentRecord deployment) {
        return deployment.outcome() == DeploymentOutcome.SUCCEEDED
                || deployment.outcome() == DeploymentOutcome.UNKNOWN
                        && deployment.toVersion().equals(present);
    }

    /** Whether the last that is known of a version's deployment is its failure. */
    private boolean failed(String version) {
        return history.stream()
                .filter(deployment -> deployment.toVersion().equals(version))
                .findFirst()
                .filter(deployment -> deployment.outcome() == DeploymentOutcome.FAILED)
                .isPresent();
    }
}
