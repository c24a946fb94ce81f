package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.beanstalk.deployment.DeploymentPolicy;
import java.util.Optional;

/**
 * Deploys a version to an environment that runs. Its queue and resources come before its instances; when the version
 * does not come up, they go back to what the version before asked for.
 */
final class VersionUpdate {
    private final Environment environment;
    private final Deployments deployments;
    private final Foundation foundation;
    private final Course course;
    private final EventLog.OperationEvents events;

    VersionUpdate(Environment environment, Deployments deployments, Foundation foundation, Course course) {
        this.environment = environment;
        this.deployments = deployments;
        this.foundation = foundation;
        this.course = course;
        this.events = course.events();
    }

    void run(String version) {
        EnvironmentRecord known = environment.record();
        Optional<DeploymentPlan> before = environment.plan();
        events.info("Environment update is starting.");
        if (isBrought(version, before)) {
            events.info("New application version was deployed to running EC2 instances.");
            events.info("Environment update completed successfully.");
            return;
        }
        if (course.isAborted()) {
            events.warn("The environment update was aborted. Instances that had got version " + version
                    + " keep it where the deployment was in place.");
        } else {
            events.error("Failed to deploy application.");
            events.warn("To make all instances run the same version again, deploy the version that worked before.");
        }
        before.ifPresent(plan -> takeBack(known, plan));
    }

    private boolean isBrought(String version, Optional<DeploymentPlan> before) {
        Optional<RunningVersion> next = environment.counted(version, plan -> isAllowed(plan, before), course);
        return next.isPresent()
                && environment.brought(
                        next.get(), DeploymentPolicy.of(next.get().plan().settings()), course);
    }

    /** AWS refuses an immutable deployment whose configuration files change resources [D] (reference 3.6 and 4.4). */
    private boolean isAllowed(DeploymentPlan next, Optional<DeploymentPlan> before) {
        boolean isRefused = DeploymentPolicy.of(next.settings()) == DeploymentPolicy.IMMUTABLE
                && before.isPresent()
                && !next.hasResourcesOf(before.get());
        if (isRefused) {
            events.error("The Resources in the .ebextensions of version "
                    + next.version().label() + " differ from those of version "
                    + before.get().version().label() + ", and resources cannot change along with an immutable"
                    + " deployment. Deploy this version with another DeploymentPolicy, or leave its Resources as they"
                    + " were.");
        }
        return !isRefused;
    }

    private void takeBack(EnvironmentRecord known, DeploymentPlan plan) {
        boolean readsAnotherQueue = !environment.record().queue().equals(known.queue());
        foundation.takeBack(known, plan, events);
        if (readsAnotherQueue) {
            deployments.restartDaemons(plan, new Course(events));
        }
    }
}
