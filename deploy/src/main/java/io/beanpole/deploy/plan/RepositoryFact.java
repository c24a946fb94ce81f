package io.beanpole.deploy.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A repository of ECR with its tags.
 *
 * @param uri registry and repository, without tag
 * @param digests digest by tag
 */
public record RepositoryFact(String name, String uri, Map<String, String> digests) {
    /** A tag as it should be, or one that ends with the hash of the same content. */
    public Optional<String> tagOf(String hash) {
        return digests.keySet().stream()
                .filter(tag -> tag.equals(hash) || tag.endsWith("-" + hash))
                .sorted()
                .reduce((first, second) -> second);
    }

    /** The digest behind a tag. */
    public Optional<String> digest(String tag) {
        return Optional.ofNullable(digests.get(tag));
    }

    /** Whether a digest is there under some tag. */
    public boolean has(String digest) {
        return List.copyOf(digests.values()).contains(digest);
    }
}
