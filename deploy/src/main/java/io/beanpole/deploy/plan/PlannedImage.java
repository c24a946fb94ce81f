package io.beanpole.deploy.plan;

import java.util.Optional;

/**
 * An image of the new version, as it was found.
 *
 * @param name as deployment.yml calls it, else the container's name
 * @param repository registry and repository, without tag
 * @param tag empty for an image that is named by its digest alone
 * @param digest sha256:...; empty for one that has to be built and pushed first
 * @param presentDigest what runs now in its place; empty when nothing does or it isn't pinned
 */
public record PlannedImage(
        String name, String repository, String tag, Optional<String> digest, Optional<String> presentDigest) {
    /** Whether other bits would run. */
    public boolean changes() {
        return digest.isEmpty() || !digest.equals(presentDigest);
    }

    /** The name to deploy it by, if it is there. */
    public Optional<String> pinned() {
        return digest.map(found -> repository + "@" + found);
    }
}
