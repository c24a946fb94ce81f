package io.beanpole.deploy.release;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.Progress;
import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.beanstalk.EnvironmentState;
import io.beanpole.deploy.beanstalk.VersionName;
import io.beanpole.deploy.bundle.BundleImages;
import java.util.List;
import java.util.Optional;

/** Releases of Elastic Beanstalk environments, made from the bundle that is deployed. */
public final class ElasticBeanstalkReleases implements Releases, AutoCloseable {
    private final ReleaseParts parts;
    private final VersionMaking making;
    private final ImageShelf images;
    private final Runnable closing;

    ElasticBeanstalkReleases(ReleaseParts parts, ImageShelf images, Runnable closing) {
        this.parts = parts;
        this.making = new VersionMaking(parts);
        this.images = images;
        this.closing = closing;
    }

    /**
     * The releases of one cloud.
     *
     * @param notes hears what is no reason to fail, a record that can't be read for instance
     */
    public static ElasticBeanstalkReleases at(AwsAccess access, Progress notes) {
        var clients = new ReleaseClients(access, notes);
        return new ElasticBeanstalkReleases(clients.parts(), clients.images(), clients::close);
    }

    @Override
    public Optional<String> dockerrun(String environmentName) {
        var environment = making.environment(environmentName);
        if (VersionMaking.label(environment).isEmpty()) {
            return Optional.empty();
        }
        try {
            return parts.versions().bundle(making.present(environment)).dockerrun();
        } catch (DeployException e) {
            // History and rollback don't need it, and are wanted most when something is broken.
            parts.notes().say("The deployed bundle of " + environmentName + " can't be shown. " + e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public DeploymentRecord deploy(DeploymentRequest request, DeploymentListener listener) {
        var environment = making.environment(request.environmentName());
        requireReady(environment);
        var phases = parts.journal().phases(listener::phase);
        phases.begin("version");
        var made = making.dockerrun(environment, request.dockerrun());
        var images = DockerrunImages.of(request.dockerrun());
        return new DeploymentRun(parts, listener, phases)
                .deploy(new Release(environment, made.version(), made.bundle(), images, Purpose.of(request.note())));
    }

    @Override
    public DeploymentRecord deployVersion(
            String environmentName, String versionLabel, String note, DeploymentListener listener) {
        return deployVersion(environmentName, versionLabel, Purpose.of(note), listener);
    }

    /** Deploys a version that exists; if that is being done already, it is followed. */
    DeploymentRecord deployVersion(
            String environmentName, String versionLabel, Purpose purpose, DeploymentListener listener) {
        var environment = making.environment(environmentName);
        var isUnderWay = isUnderWay(environment, versionLabel);
        if (!isUnderWay) {
            requireReady(environment);
        }
        var phases = parts.journal().phases(listener::phase);
        phases.begin("version");
        var version = new VersionName(environment.application(), versionLabel);
        var bundle = parts.versions().bundle(version);
        var references = BundleImages.references(bundle);
        if (!isUnderWay) {
            requireImages(version, references);
        }
        var release = new Release(environment, version, bundle, references, purpose);
        var run = new DeploymentRun(parts, listener, phases);
        return isUnderWay ? run.join(release) : run.deploy(release);
    }

    @Override
    public DeploymentRecord rollback(String environmentName, DeploymentListener listener) {
        var target = rollbackTarget(environmentName)
                .orElseThrow(
                        () -> new DeployException(
                                "There is nothing to roll " + environmentName
                                        + " back to: no successful deployment is recorded that replaced another version.",
                                "Its history shows what is recorded; any version that still exists can be deployed by its label."));
        return deployVersion(environmentName, target, "rollback", listener);
    }

    @Override
    public Optional<String> rollbackTarget(String environmentName) {
        var environment = making.environment(environmentName);
        var history = parts.journal().newest(environment.application(), environmentName);
        return new RollbackChoice(history, VersionMaking.label(environment).orElse("")).version();
    }

    @Override
    public List<DeploymentRecord> history(String environmentName) {
        return parts.journal().newest(making.environment(environmentName).application(), environmentName);
    }

    @Override
    public void close() {
        closing.run();
    }

    /** Refuses what instances could not pull; that it can't be looked for is no reason to leave them as they are. */
    private void requireImages(VersionName version, List<String> references) {
        gone(version, references).ifPresent(image -> {
            throw new DeployException(
                    "Version " + version.label() + " can't be deployed again, because its image " + image + " is gone.",
                    "./beanpole versions list tells which versions can be deployed.");
        });
    }

    private Optional<String> gone(VersionName version, List<String> references) {
        try {
            return references.stream().filter(image -> !images.has(image)).findFirst();
        } catch (DeployException e) {
            parts.notes()
                    .say("Whether the images of " + version.label() + " are still there is not known. "
                            + e.getMessage());
            return Optional.empty();
        }
    }

    private boolean isUnderWay(EnvironmentState environment, String versionLabel) {
        return !environment.isReady()
                && new UnderWay(parts, environment)
                        .deployment()
                        .filter(begun -> begun.toVersion().equals(versionLabel))
                        .isPresent();
    }

    private void requireReady(EnvironmentState environment) {
        if (!environment.isReady()) {
            throw new UnderWay(parts, environment).refusal();
        }
    }
}
