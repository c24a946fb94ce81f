package io.beanpole.deploy.version;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.Patience;
import io.beanpole.deploy.beanstalk.VersionName;
import io.beanpole.deploy.bundle.SourceBundle;
import io.beanpole.deploy.release.VersionShelf;
import java.time.Duration;

/** Makes a version of a bundle and waits until Elastic Beanstalk has read it. */
public final class Creation {
    private static final Patience PROCESSING = new Patience(Duration.ofMinutes(2), Duration.ofMillis(300));

    private final VersionShelf shelf;

    /** Creation on this shelf. */
    public Creation(VersionShelf shelf) {
        this.shelf = shelf;
    }

    /** Makes the version, unless it exists with the same content; one with other content is refused. */
    public MadeVersion of(VersionName version, SourceBundle bundle, String description) {
        var existed = shelf.has(version);
        shelf.add(version, bundle, description);
        if (!PROCESSING.await("the version " + version.label(), () -> shelf.isProcessed(version))) {
            throw new DeployException(
                    "Elastic Beanstalk did not process the version " + version.label() + " within "
                            + PROCESSING.limit().toSeconds() + " s.",
                    "It goes on by itself; ./beanpole versions list shows how it stands.");
        }
        return new MadeVersion(version.label(), bundle.sha256(), existed);
    }
}
