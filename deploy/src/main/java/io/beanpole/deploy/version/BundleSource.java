package io.beanpole.deploy.version;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.bundle.SourceBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Somebody's source bundle on this machine: a zip, a folder, or a Dockerrun file alone. */
public final class BundleSource {
    private BundleSource() {}

    /** Reads it. */
    public static SourceBundle read(Path path) {
        if (Files.isDirectory(path)) {
            return SourceBundle.ofFolder(path);
        }
        try {
            return SourceBundle.read(Files.readAllBytes(path));
        } catch (IOException e) {
            throw new DeployException(
                    "Could not read the source bundle " + path + ": " + e,
                    "Name a zip, a folder or a Dockerrun.aws.json.",
                    e);
        }
    }
}
