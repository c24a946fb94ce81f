package io.beanpole.deploy.stage;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.Patience;
import io.beanpole.deploy.Progress;
import io.beanpole.deploy.beanstalk.VersionName;
import io.beanpole.deploy.bundle.SourceBundle;
import io.beanpole.deploy.dockerrun.DockerrunTemplate;
import io.beanpole.deploy.image.PushedImage;
import io.beanpole.deploy.release.VersionShelf;
import io.beanpole.deploy.spec.DeploymentSpec;
import io.beanpole.deploy.spec.EnvironmentSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** From an image to an application version: Dockerrun, bundle, upload, label. */
final class Versions {
    private static final Patience PROCESSING = new Patience(Duration.ofMinutes(2), Duration.ofMillis(200));

    private static final int HASH = 12;

    private final DeploymentSpec spec;
    private final VersionShelf versions;
    private final Progress progress;

    Versions(DeploymentSpec spec, VersionShelf versions, Progress progress) {
        this.spec = spec;
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
        var bundle = bundle(environment, image);
        var label = environment.image().name() + "-" + bundle.sha256().substring(0, HASH);
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

    private SourceBundle bundle(EnvironmentSpec environment, PushedImage image) {
        var file = spec.dockerrunTemplate();
        try {
            var template = new DockerrunTemplate(file.getFileName().toString(), Files.readString(file));
            var dockerrun = template.fill(new DockerrunTemplate.Container(
                    environment.image().name(),
                    image.pinned(),
                    environment.memory(),
                    environment.image().port()));
            return SourceBundle.of(
                    dockerrun, spec.ebextensions(), environment.tier().folder());
        } catch (IOException e) {
            throw new DeployException("Could not read " + file + ": " + e.getMessage(), e);
        }
    }
}
