package io.beanpole.deploy.release;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.beanstalk.VersionName;
import io.beanpole.deploy.bundle.BundleImages;
import java.util.List;
import java.util.Optional;

/** Finds out beforehand whether a version can be deployed again: its bundle and all its images have to be there. */
final class UndoCheck {
    private final VersionShelf versions;
    private final ImageShelf images;

    UndoCheck(VersionShelf versions, ImageShelf images) {
        this.versions = versions;
        this.images = images;
    }

    /** What hinders it, in a sentence; empty when nothing does. */
    Optional<String> hindrance(VersionName version) {
        try {
            var missing = imagesOf(version).stream()
                    .filter(image -> !images.has(image))
                    .toList();
            return missing.isEmpty()
                    ? Optional.empty()
                    : Optional.of("Version " + version.label() + " can't be deployed again, because its image "
                            + missing.get(0) + " is gone.");
        } catch (DeployException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** The images that a version names. */
    List<String> imagesOf(VersionName version) {
        return BundleImages.references(versions.bundle(version));
    }
}
