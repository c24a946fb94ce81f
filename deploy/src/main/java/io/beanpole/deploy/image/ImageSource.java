package io.beanpole.deploy.image;

import java.nio.file.Path;

/** Where the parts of images are read from: a registry, or an archive on this machine. */
interface ImageSource {
    /** The manifest of this digest, byte for byte. */
    Manifest manifest(String digest);

    /** Writes a layer or a configuration to a file, which is there only when it is whole. */
    void fetch(Blob blob, Path file);
}
