package io.beanpole.cloud.beanstalk.health;

import java.time.Instant;

/**
 * What an instance tells of its last deployment.
 *
 * @param id counts the environment's deployments
 * @param status AWS's word: In Progress, Deployed or Failed (reference 3.5 [B])
 * @param at when it came to that status; the epoch when no deployment has begun yet
 */
public record DeploymentReport(String version, long id, String status, Instant at) {
    private static final String IN_PROGRESS = "In Progress";
    private static final String FAILED = "Failed";

    boolean isInProgress() {
        return status.equals(IN_PROGRESS);
    }

    boolean isFailed() {
        return status.equals(FAILED);
    }
}
