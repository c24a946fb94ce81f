package io.beanpole.deploy.release;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.Patience;
import io.beanpole.deploy.beanstalk.VersionName;
import java.time.Duration;
import java.util.Objects;

/** One release on its way: version, update, instances; recorded whatever comes. */
final class DeploymentRun {
    private static final Duration PROCESSING = Duration.ofMinutes(5);

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
        DeploymentFollower follower;
        try {
            provide(release);
            phases.begin("update");
            follower = new DeploymentFollower(parts, release, listener);
            ask(release);
        } catch (DeployException e) {
            entry.end(DeploymentOutcome.FAILED, "The environment has taken no request. " + e.getMessage());
            throw e;
        }
        phases.begin(Phases.INSTANCES);
        return follower.follow(entry);
    }

    private void ask(Release release) {
        var environment = release.environment();
        var label = release.version().label();
        try {
            parts.changes().updateVersion(environment, label);
        } catch (DeployException e) {
            if (!TakenRequest.isSeenAt(parts.feed(), environment, label)) {
                throw e;
            }
        }
    }

    /** Makes the version unless there is one of the same content. */
    private void provide(Release release) {
        var version = release.version();
        if (!parts.versions().has(version)) {
            phases.begin("upload");
            parts.versions().add(version, release.bundle(), String.join(" ", release.images()));
        }
        phases.begin("processing");
        awaitProcessed(version);
    }

    private void awaitProcessed(VersionName version) {
        var patience = new Patience(PROCESSING, parts.following().looks().interval());
        var processed = patience.await(
                "the version " + version.label(), () -> parts.versions().isProcessed(version));
        if (!processed) {
            throw new DeployException("Elastic Beanstalk did not process the application version " + version.label()
                    + " within " + PROCESSING.toSeconds() + " s.");
        }
    }

    private VersionChange change(Release release) {
        var environment = release.environment();
        return new VersionChange(
                environment.application(),
                environment.name(),
                Objects.requireNonNullElse(environment.versionLabel(), ""),
                release.version().label(),
                release.images(),
                parts.changes().settings(environment).getOrDefault(VersionChange.POLICY, VersionChange.DEFAULT_POLICY),
                release.note());
    }
}
