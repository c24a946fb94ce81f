package io.beanpole.deploy.release;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.Progress;
import io.beanpole.deploy.aws.Account;
import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.beanstalk.ApplicationVersions;
import io.beanpole.deploy.beanstalk.EnvironmentState;
import io.beanpole.deploy.beanstalk.Environments;
import io.beanpole.deploy.beanstalk.VersionName;
import io.beanpole.deploy.bundle.SourceBundle;
import io.beanpole.deploy.foundation.Buckets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Releases of Elastic Beanstalk environments, made from the bundle that is deployed. */
public final class ElasticBeanstalkReleases implements Releases, AutoCloseable {
    private final ReleaseParts parts;
    private final Runnable closing;

    ElasticBeanstalkReleases(ReleaseParts parts, Runnable closing) {
        this.parts = parts;
        this.closing = closing;
    }

    /**
     * The releases of one cloud.
     *
     * @param notes hears what is no reason to fail, a record that can't be read for instance
     */
    public static ElasticBeanstalkReleases at(AwsAccess access, Progress notes) {
        var environments = Environments.ofAllApplications(access);
        var versions = new ApplicationVersions(access);
        var buckets = new Buckets(access);
        var clock = Clock.systemUTC();
        var records = new StoredRecords(versions::storageBucket, buckets, notes);
        var parts = new ReleaseParts(
                environments,
                environments,
                new StoredVersions(versions, buckets),
                new DeploymentJournal(records, () -> Account.caller(access), clock),
                access.hasOwnEndpoint() ? Following.NEARBY : Following.FAR_AWAY,
                clock,
                notes);
        return new ElasticBeanstalkReleases(parts, () -> {
            environments.close();
            versions.close();
            buckets.close();
        });
    }

    @Override
    public Optional<String> dockerrun(String environmentName) {
        var environment = environment(environmentName);
        if (label(environment).isEmpty()) {
            return Optional.empty();
        }
        try {
            return bundle(environment).dockerrun();
        } catch (DeployException e) {
            // History and rollback don't need it, and are wanted most when something is broken.
            parts.notes().say("The deployed bundle of " + environmentName + " can't be shown. " + e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public DeploymentRecord deploy(DeploymentRequest request, DeploymentListener listener) {
        var images = DockerrunImages.of(request.dockerrun());
        var environment = readyEnvironment(request.environmentName());
        var phases = parts.journal().phases(listener::phase);
        phases.begin("version");
        var deployed = bundle(environment);
        var bundle = deployed.withDockerrun(request.dockerrun());
        var version = bundle.sha256().equals(deployed.sha256())
                ? presentVersion(environment)
                : new VersionName(environment.application(), ReleaseLabel.of(images, bundle.sha256()));
        return new DeploymentRun(parts, listener, phases)
                .deploy(new Release(environment, version, bundle, images, request.note()));
    }

    @Override
    public DeploymentRecord deployVersion(
            String environmentName, String versionLabel, String note, DeploymentListener listener) {
        var environment = readyEnvironment(environmentName);
        var phases = parts.journal().phases(listener::phase);
        phases.begin("version");
        var version = new VersionName(environment.application(), versionLabel);
        var bundle = parts.versions().bundle(version);
        var images = bundle.dockerrun().map(DockerrunImages::of).orElse(List.of());
        return new DeploymentRun(parts, listener, phases)
                .deploy(new Release(environment, version, bundle, images, note));
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
        var environment = environment(environmentName);
        var history = parts.journal().newest(environment.application(), environmentName);
        return new RollbackChoice(history, label(environment).orElse("")).version();
    }

    @Override
    public List<DeploymentRecord> history(String environmentName) {
        return parts.journal().newest(environment(environmentName).application(), environmentName);
    }

    @Override
    public void close() {
        closing.run();
    }

    private SourceBundle bundle(EnvironmentState environment) {
        return parts.versions().bundle(presentVersion(environment));
    }

    private static VersionName presentVersion(EnvironmentState environment) {
        var label = label(environment)
                .orElseThrow(() -> new DeployException(
                        environment.name() + " has no version yet, so that there is no bundle to change.",
                        "Deploy a first version with ./beanpole deploy."));
        return new VersionName(environment.application(), label);
    }

    private static Optional<String> label(EnvironmentState environment) {
        return Optional.ofNullable(environment.versionLabel()).filter(label -> !label.isEmpty());
    }

    private EnvironmentState readyEnvironment(String name) {
        var environment = environment(name);
        if (!environment.isReady()) {
            throw new DeployException(
                    name + " is " + environment.status() + ", and Elastic Beanstalk takes a deployment only when it is"
                            + " Ready.",
                    "Wait until the present operation has ended, or abort it.");
        }
        return environment;
    }

    private EnvironmentState environment(String name) {
        return parts.feed()
                .find(name)
                .orElseThrow(() -> new DeployException("There is no environment " + name + " in this cloud."));
    }
}
