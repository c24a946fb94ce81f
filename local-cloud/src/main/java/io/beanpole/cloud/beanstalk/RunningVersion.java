package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.beanstalk.bundle.Leadership;

/**
 * What new instances run: the plan of the last deployment that succeeded, with that deployment's id.
 *
 * @param leadership which of the deployment's instances runs what only one may run
 */
record RunningVersion(DeploymentPlan plan, long deploymentId, Leadership leadership) {
    /** Of a deployment that begins now. */
    RunningVersion(DeploymentPlan plan, long deploymentId) {
        this(plan, deploymentId, Leadership.open());
    }
}
