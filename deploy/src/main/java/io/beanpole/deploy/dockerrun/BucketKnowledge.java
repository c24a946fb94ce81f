package io.beanpole.deploy.dockerrun;

import java.util.Optional;

/** Where the buckets are that files name. */
public interface BucketKnowledge {
    /** The region of a bucket; empty when it can't be found out from here. */
    Optional<String> region(String bucket);
}
