package io.beanpole.deploy.release;

import io.beanpole.deploy.ecr.ImageStanding;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The images of this cloud's ECR; about those of other registries, and behind tags, nothing is known, so they count as
 * there. That it can't be looked for is an error, not an answer.
 */
final class RegistryImages implements ImageShelf {
    private final Function<String, Optional<Set<String>>> digests;

    /** @param digests those of a repository, by its URI; empty for another registry than ours */
    RegistryImages(Function<String, Optional<Set<String>>> digests) {
        this.digests = digests;
    }

    @Override
    public boolean has(String reference) {
        return ImageStanding.of(reference, digests) != ImageStanding.GONE;
    }
}
