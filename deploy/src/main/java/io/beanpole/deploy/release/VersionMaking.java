package io.beanpole.deploy.release;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.beanstalk.EnvironmentState;
import io.beanpole.deploy.beanstalk.VersionName;
import io.beanpole.deploy.bundle.BundleImages;
import io.beanpole.deploy.bundle.SourceBundle;
import java.util.Optional;
import java.util.function.Consumer;

/** What a person wants an environment to run, as a version with its bundle; the same content has the same label. */
public final class VersionMaking {
    private final ReleaseParts parts;

    /** Versions among those of this cloud. */
    public VersionMaking(ReleaseParts parts) {
        this.parts = parts;
    }

    /** An environment that there is. */
    public EnvironmentState environment(String name) {
        return parts.feed()
                .find(name)
                .orElseThrow(() -> new DeployException("There is no environment " + name + " in this cloud."));
    }

    /**
     * The deployed bundle with another Dockerrun file.
     *
     * @throws DeployException when the file is no JSON, or there is no bundle to put it into
     */
    public Made dockerrun(EnvironmentState environment, String dockerrun) {
        var images = DockerrunImages.of(dockerrun);
        var deployed = parts.versions().bundle(present(environment));
        var bundle = deployed.withDockerrun(dockerrun);
        var version = bundle.sha256().equals(deployed.sha256())
                ? present(environment)
                : new VersionName(environment.application(), ReleaseLabel.of(images, bundle.sha256()));
        return new Made(version, bundle);
    }

    /** Somebody's own bundle; nothing is uploaded yet. */
    public Made bundle(EnvironmentState environment, SourceBundle bundle) {
        var label = ReleaseLabel.of(BundleImages.references(bundle), bundle.sha256());
        return new Made(new VersionName(environment.application(), label), bundle);
    }

    /** A version that exists. */
    public Made version(EnvironmentState environment, String label) {
        var version = new VersionName(environment.application(), label);
        return new Made(version, parts.versions().bundle(version));
    }

    /**
     * Sees to it that the version can be deployed, and gives what its environment shall become.
     *
     * @param phase hears upload, if that is needed, and processing
     */
    public Goal goal(String environmentName, Made made, Purpose purpose, Consumer<String> phase) {
        var images = BundleImages.references(made.bundle());
        new VersionDelivery(parts).deliver(made.version(), made.bundle(), images, phase);
        var version = made.version();
        return new VersionGoal(version.application(), environmentName, version.label(), images, purpose);
    }

    /** The version that an environment has. */
    VersionName present(EnvironmentState environment) {
        var label = label(environment)
                .orElseThrow(() -> new DeployException(
                        environment.name() + " has no version yet, so that there is no bundle to change.",
                        "Deploy a first version with ./beanpole deploy."));
        return new VersionName(environment.application(), label);
    }

    /** The label of that version; empty for none. */
    static Optional<String> label(EnvironmentState environment) {
        return Optional.ofNullable(environment.versionLabel()).filter(label -> !label.isEmpty());
    }

    /** A version, which may not be uploaded yet, with what it consists of. */
    public record Made(VersionName version, SourceBundle bundle) {}
}
