package io.beanpole.deploy.release;

import io.beanpole.deploy.beanstalk.VersionName;
import java.util.List;

/** Versions that were made before, as goals of environments. */
public final class ExistingVersion {
    private final ReleaseParts parts;

    public ExistingVersion(ReleaseParts parts) {
        this.parts = parts;
    }

    /** The version for an environment, which keeps its settings; an error says if the version or its bundle is gone. */
    public Goal goal(String environmentName, VersionName version, Purpose purpose) {
        var images = parts.versions()
                .bundle(version)
                .dockerrun()
                .map(DockerrunImages::of)
                .orElse(List.of());
        return new VersionGoal(version.application(), environmentName, version.label(), images, purpose);
    }
}
