package io.beanpole.deploy.desk;

import java.nio.file.Path;

/** What an environment shall run: an edited file, a version that exists, or a bundle from this machine. */
public sealed interface Content {
    /**
     * The deployed bundle with another Dockerrun file.
     *
     * @param text the whole file
     */
    record Dockerrun(String text) implements Content {}

    /** A version of the environment's application. */
    record Version(String label) implements Content {}

    /** A zip, a folder, or a Dockerrun file alone; see {@code deploy.version.BundleSource}. */
    record BundleFile(Path path) implements Content {}
}
