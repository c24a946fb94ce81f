package io.beanpole.deploy.release;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.Patience;
import io.beanpole.deploy.beanstalk.VersionName;
import io.beanpole.deploy.bundle.SourceBundle;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Brings a version to where it can be deployed: uploads it unless it is there, and waits until it is processed. */
final class VersionDelivery {
    private static final Duration PROCESSING = Duration.ofMinutes(5);

    private final ReleaseParts parts;

    VersionDelivery(ReleaseParts parts) {
        this.parts = parts;
    }

    /** @param phase hears upload, if that is needed, and processing */
    void deliver(VersionName version, SourceBundle bundle, List<String> images, Consumer<String> phase) {
        if (!parts.versions().has(version)) {
            phase.accept("upload");
            parts.versions().add(version, bundle, String.join(" ", images));
        }
        phase.accept("processing");
        var patience = new Patience(PROCESSING, parts.following().looks().interval());
        var processed = patience.await(
                "the version " + version.label(), () -> parts.versions().isProcessed(version));
        if (!processed) {
            throw new DeployException("Elastic Beanstalk did not process the application version " + version.label()
                    + " within " + PROCESSING.toSeconds() + " s.");
        }
    }
}
