package io.beanpole.deploy.version;

import io.beanpole.deploy.beanstalk.BundleAddress;
import io.beanpole.deploy.beanstalk.VersionName;
import io.beanpole.deploy.beanstalk.VersionSummary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The cloud as the keeper of versions sees it. */
public interface VersionCloud {
    /** All versions of an application, the newest first. */
    List<VersionSummary> versions(String application);

    /** The names of the application's living environments with the version that each has, empty for none. */
    Map<String, String> deployed(String application);

    /** A source bundle as it lies in S3; empty when it is gone. */
    Optional<byte[]> bundle(BundleAddress address);

    /** The digests of an image repository; empty for one of another registry than this account's. */
    Optional<Set<String>> digests(String repositoryUri);

    /** Deletes a version and its source bundle. */
    void delete(VersionName version);
}
