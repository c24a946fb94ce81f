package io.beanpole.deploy.release;

import io.beanpole.deploy.beanstalk.VersionName;
import java.util.List;

/** Brings versions from one cloud to another. */
public interface VersionCarrier {
    /**
     * Sees to it that the version can be deployed in the other cloud, with the same images by digest.
     *
     * @return its images as they are called there
     */
    List<String> carry(VersionName version);
}
