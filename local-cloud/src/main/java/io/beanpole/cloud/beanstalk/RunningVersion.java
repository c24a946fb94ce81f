package io.beanpole.cloud.beanstalk;

/** What new instances run: the plan of the last deployment that succeeded, with that deployment's id. */
record RunningVersion(DeploymentPlan plan, long deploymentId) {}
