package io.beanpole.deploy.release;

import java.util.List;
import java.util.Optional;

/** Which version a rollback goes to: the last one that is known to have run well, other than the present one. */
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
        this.history = history;
        this.present = present;
    }

    /**
     * After a failed deployment it is the version that was deployed with success before; after a successful one it is
     * what that one replaced. So a rollback of a rollback goes forward again.
     */
    Optional<String> version() {
        for (var deployment : history) {
            if (deployment.outcome() != DeploymentOutcome.SUCCEEDED) {
                continue;
            }
            if (isChoice(deployment.toVersion())) {
                return Optional.of(deployment.toVersion());
            }
            if (isChoice(deployment.fromVersion()) && !failed(deployment.fromVersion())) {
                return Optional.of(deployment.fromVersion());
            }
        }
        return Optional.empty();
    }

    private boolean isChoice(String version) {
        return !version.isEmpty() && !version.equals(present);
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
