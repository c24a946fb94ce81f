package io.beanpole.deploy.release;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.WaitInterruptedException;
import io.beanpole.deploy.beanstalk.DeploymentPolicy;
import java.util.List;
import java.util.Objects;

/** One release on its way: version, update, instances; recorded whatever comes. */
final class DeploymentRun {
    private final ReleaseParts parts;
    private final DeploymentListener listener;
    private final Phases phases;

    DeploymentRun(ReleaseParts parts, DeploymentListener listener, Phases phases) {
        this.parts = parts;
        this.listener = listener;
        this.phases = phases;
    }

    /** Deploys and follows to the end; throws only while the environment has taken no request. */
    DeploymentRecord deploy(Release release) {
        var entry = parts.journal().begin(change(release), phases);
        try {
            new VersionDelivery(parts).deliver(release.version(), release.bundle(), release.images(), phases::begin);
        } catch (DeployException e) {
            entry.end(DeploymentOutcome.FAILED, "The environment has taken no request. " + e.getMessage());
            throw e;
        }
        var rollout = new EnvironmentRollout(parts, goal(release), listener).recordedBy(entry);
        return end(rollout);
    }

    /** Follows a deployment that somebody else began. */
    DeploymentRecord join(Release release) {
        return end(new EnvironmentRollout(parts, goal(release).withoutAsking(), listener));
    }

    private DeploymentRecord end(EnvironmentRollout rollout) {
        var looks = parts.following().looks();
        try {
            new Rollout(List.of(rollout), looks.interval()).settle(looks.limit());
        } catch (WaitInterruptedException e) {
            // The record says so; the deployment goes on, and its caller has to know which it is.
            return rollout.record().orElseThrow(() -> e);
        }
        rollout.refusal().ifPresent(refusal -> {
            throw refusal;
        });
        return rollout.record()
                .orElseThrow(() -> new DeployException(rollout.account(), Rollout.again(rollout.name())));
    }

    private static VersionGoal goal(Release release) {
        return new VersionGoal(
                release.environment().application(),
                release.environment().name(),
                release.version().label(),
                release.images(),
                release.purpose());
    }

    private VersionChange change(Release release) {
        var environment = release.environment();
        return new VersionChange(
                environment.application(),
                environment.name(),
                Objects.requireNonNullElse(environment.versionLabel(), ""),
                release.version().label(),
                release.images(),
                DeploymentPolicy.of(parts.changes().settings(environment)).awsName(),
                release.purpose());
    }
}
