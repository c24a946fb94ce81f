package io.beanpole.cloud.beanstalk;

import java.time.Instant;

/** What an instance reports about its last deployment; {@code status} is AWS's word. */
record DeploymentRecord(String version, long id, String status, Instant at) {
    static final String IN_PROGRESS = "In Progress";
    static final String DEPLOYED = "Deployed";
    static final String FAILED = "Failed";

    DeploymentRecord withStatus(String next, Instant when) {
        return new DeploymentRecord(version, id, next, when);
    }
}
