package io.beanpole.deploy.stage;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.Progress;
import io.beanpole.deploy.beanstalk.ApplicationVersions;
import io.beanpole.deploy.bundle.SourceBundle;
import io.beanpole.deploy.dockerrun.DockerrunTemplate;
import io.beanpole.deploy.foundation.Buckets;
import io.beanpole.deploy.image.PushedImage;
import io.beanpole.deploy.spec.DeploymentSpec;
import io.beanpole.deploy.spec.EnvironmentSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Set;

/** From an image to an application version: Dockerrun, bundle, upload, label. */
final class Versions {
    private static final Duration PROCESSING = Duration.ofMinutes(2);

    private final DeploymentSpec spec;
    private final ApplicationVersions versions;
    private final Buckets buckets;
    private final Progress progress;

    Versions(DeploymentSpec spec, ApplicationVersions versions, Buckets buckets, Progress progress) {
        this.spec = spec;
        this.versions = versions;
        this.buckets = buckets;
        this.progress = progress;
    }

    /** The label of the version for this environment, made unless one of the same content exists. */
    String label(EnvironmentSpec environment, PushedImage image, String commit) {
        var bundle = bundle(environment, image);
        var label = environment.image().name() + "-" + commit + "-"
                + bundle.sha256().substring(0, 12);
        if (!versions.has(label)) {
            var bucket = versions.storageBucket();
            var key = spec.application() + "/" + label + ".zip";
            buckets.put(bucket, key, bundle.bytes());
            versions.create(label, bucket, key, image.tag() + " " + image.digest());
            progress.say("application version " + label);
        }
        return label;
    }

    /** Waits until Elastic Beanstalk has read the bundles of these versions. */
    void awaitProcessed(Set<String> labels) {
        var end = System.nanoTime() + PROCESSING.toNanos();
        for (var label : labels) {
            while (!versions.isProcessed(label)) {
                if (System.nanoTime() > end) {
                    throw new DeployException("Elastic Beanstalk did not process the application version " + label
                            + " within " + PROCESSING.toSeconds() + " s.");
                }
                pause(label);
            }
        }
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

    private static void pause(String label) {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeployException("Waiting for the version " + label + " was interrupted.", e);
        }
    }
}
