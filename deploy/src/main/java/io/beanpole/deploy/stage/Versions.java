package io.beanpole.deploy.stage;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.Patience;
import io.beanpole.deploy.Progress;
import io.beanpole.deploy.beanstalk.VersionName;
import io.beanpole.deploy.image.PushedImage;
import io.beanpole.deploy.release.VersionShelf;
import io.beanpole.deploy.spec.DeploymentSpec;
import io.beanpole.deploy.spec.EnvironmentSpec;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** From an image to an application version: Dockerrun, bundle, upload, label. */
final class Versions {
    private static final Patience PROCESSING = new Patience(Duration.ofMinutes(2), Duration.ofMillis(200));

    private final DeploymentSpec spec;
    private final EnvironmentBundles bundles;
    private final VersionShelf versions;
    private final Progress progress;

    Versions(DeploymentSpec spec, VersionShelf versions, Progress progress) {
        this.spec = spec;
        this.bundles = new EnvironmentBundles(spec);
        this.versions = versions;
        this.progress = progress;
    }

    /**
     * The version for this environment, made unless one of the same content exists.
     *
     * @param commit told in the description, not in the label, so that a commit which changes no bit of the bundle
     *     makes no version
     */
    PlannedVersion plan(EnvironmentSpec environment, PushedImage image, String commit) {
        var bundle = bundles.of(environment, image.pinned());
        var label = EnvironmentBundles.label(environment, bundle);
        if (!versions.has(name(label))) {
            versions.add(name(label), bundle, "commit " + commit + ", image " + image.tag() + " " + image.digest());
            progress.say("application version " + label);
        }
        return new PlannedVersion(label, List.of(image.pinned()));
    }

    /** Waits until Elastic Beanstalk has read the bundles of these versions. */
    void awaitProcessed(Collection<PlannedVersion> planned) {
        planned.stream().map(PlannedVersion::label).distinct().forEach(label -> {
            if (!PROCESSING.await("the version " + label, () -> versions.isProcessed(name(label)))) {
                throw new DeployException("Elastic Beanstalk did not process the application version " + label
                        + " within " + PROCESSING.limit().toSeconds() + " s.");
            }
        });
    }

    private VersionName name(String label) {
        return new VersionName(spec.application(), label);
    }
}
