package io.beanpole.deploy.image;

import io.beanpole.deploy.DeployException;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import tools.jackson.databind.JsonNode;

/**
 * An image as it lies in an archive with OCI's layout.
 *
 * @see <a href="https://github.com/opencontainers/image-spec/blob/main/image-layout.md">OCI image layout</a>
 */
final class OciLayout implements ImageSource {
    private final ArchiveFile archive;
    private final String digest;

    OciLayout(ArchiveFile archive, JsonNode index) {
        this.archive = archive;
        var images = index.path("manifests");
        if (images.size() != 1) {
            throw new DeployException(
                    archive.path() + " holds " + images.size() + " images; it must be one, or one index.",
                    "Write the one that is meant into an archive of its own.");
        }
        this.digest = images.get(0).path("digest").asString("");
    }

    /** The digest of the image, or of its index over several architectures. */
    String digest() {
        return digest;
    }

    @Override
    public Manifest manifest(String wanted) {
        return Manifest.of(archive.bytes(entry(wanted)), "");
    }

    @Override
    public void fetch(Blob blob, Path file) {
        archive.copy(entry(blob.digest()), file);
    }

    private TarArchiveEntry entry(String wanted) {
        return archive.find("blobs/" + wanted.replace(':', '/'))
                .orElseThrow(() -> new DeployException(archive.path() + " lacks " + wanted + ", which it names."));
    }
}
