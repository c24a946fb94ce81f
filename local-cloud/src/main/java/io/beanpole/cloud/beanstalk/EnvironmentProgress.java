package io.beanpole.cloud.beanstalk;

import java.time.Instant;

/**
 * How far an environment has come.
 *
 * @param version the one that was deployed last with success
 * @param status AWS's word, as in {@code Ready}
 * @param deploymentId one more with each deployment that was begun
 * @param underway what the operation that runs is about, for the next start should this one be cut
 */
record EnvironmentProgress(String version, String status, long deploymentId, Underway underway, Instant updated) {
    /** A file that was kept before this was noted has nothing. */
    EnvironmentProgress {
        underway = underway == null ? Underway.NOTHING : underway;
    }

    EnvironmentProgress withStatus(String next, Instant at) {
        return new EnvironmentProgress(version, next, deploymentId, underway, at);
    }

    EnvironmentProgress withVersion(String next) {
        return new EnvironmentProgress(next, status, deploymentId, underway, updated);
    }

    EnvironmentProgress withDeploymentId(long next) {
        return new EnvironmentProgress(version, status, next, underway, updated);
    }

    EnvironmentProgress withUnderway(Underway next) {
        return new EnvironmentProgress(version, status, deploymentId, next, updated);
    }
}
