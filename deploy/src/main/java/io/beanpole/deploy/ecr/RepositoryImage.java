package io.beanpole.deploy.ecr;

import java.time.Instant;
import java.util.List;

/**
 * An image in ECR.
 *
 * @param uri registry and repository, without tag
 * @param digest sha256:...
 * @param size compressed bytes of its layers
 */
public record RepositoryImage(
        String repository, String uri, String digest, List<String> tags, long size, Instant pushedAt) {
    /** The name that a Dockerrun file should hold: by digest, so that a new instance can't run other bits. */
    public String pinned() {
        return uri + "@" + digest;
    }
}
