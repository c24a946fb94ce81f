package io.beanpole.deploy.spec;

import java.util.List;
import java.util.Optional;

/**
 * An image of deployment.yml.
 *
 * @param repository of ECR, which it is pushed to; empty for one that is in a registry already
 * @param port that its application listens on
 */
public record ImageSpec(String name, String repository, int port, ImageOrigin origin) {
    /** The base image that it stands on, where it is built here. */
    public Optional<BaseSpec> base() {
        return origin instanceof ImageOrigin.Module module ? Optional.of(module.base()) : Optional.empty();
    }

    /** The repositories of ECR that must exist before it can be pushed. */
    public List<String> repositories() {
        if (repository.isEmpty()) {
            return List.of();
        }
        return base().map(base -> List.of(repository, base.repository())).orElse(List.of(repository));
    }
}
