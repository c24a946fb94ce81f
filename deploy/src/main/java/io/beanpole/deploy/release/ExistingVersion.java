package io.beanpole.deploy.release;

import io.beanpole.deploy.beanstalk.VersionName;
import io.beanpole.deploy.bundle.BundleImages;

/** Versions that were made before, as goals of environments. */
public final class ExistingVersion {
    private final ReleaseParts parts;

    public ExistingVersion(ReleaseParts parts) {
        this.parts = parts;
    }

    /** The version for an environment, which keeps its settings; an error says if the version or its bundle is gone. */
    public Goal goal(String environmentName, VersionName version, Purpose purpose) {
        var images = BundleImages.references(parts.versions().bundle(version));
        return new VersionGoal(version.application(), environmentName, version.label(), images, purpose);
    }
}
