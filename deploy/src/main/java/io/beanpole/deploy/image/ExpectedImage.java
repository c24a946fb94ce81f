package io.beanpole.deploy.image;

import io.beanpole.deploy.spec.ImageOrigin;
import io.beanpole.deploy.spec.ImageSpec;
import java.util.Optional;

/** What an image of the present build would be tagged with, found out without building or pushing it. */
public final class ExpectedImage {
    private ExpectedImage() {}

    /**
     * The hash that its tag ends with; empty for one that isn't pushed from here.
     *
     * @param baseDigest of the base image in the same registry; empty for an image without a base
     */
    public static String hash(ImageSpec image, Optional<String> baseDigest) {
        if (image.origin() instanceof ImageOrigin.Module module) {
            return ImageContent.of(image, module).hash(baseDigest.orElse(Images.NO_BASE));
        }
        if (image.origin() instanceof ImageOrigin.Archive archive) {
            try (var file = new ArchiveFile(archive.file())) {
                return file.brief();
            }
        }
        return "";
    }
}
