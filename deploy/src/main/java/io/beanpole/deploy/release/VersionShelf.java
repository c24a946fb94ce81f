package io.beanpole.deploy.release;

import io.beanpole.deploy.beanstalk.VersionName;
import io.beanpole.deploy.bundle.SourceBundle;

/** Application versions with their source bundles. */
public interface VersionShelf {
    /** The bundle of a version; an error says if the version or its bundle is gone. */
    SourceBundle bundle(VersionName version);

    /** Whether there is a version of this name; one name never stands for two contents. */
    boolean has(VersionName version);

    /** Uploads a bundle and makes a version of it; refused where the name stands for another content already. */
    void add(VersionName version, SourceBundle bundle, String description);

    /** Whether the version can be deployed by now; an error if it never can. */
    boolean isProcessed(VersionName version);
}
