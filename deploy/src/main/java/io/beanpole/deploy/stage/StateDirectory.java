package io.beanpole.deploy.stage;

import java.nio.file.Path;

/** Where a checkout keeps what it makes: images and caches shared, the state of a house of its own. */
public record StateDirectory(Path root, Path state) {
    /** The archives of base images, shared by all houses of a checkout. */
    public Path bases() {
        return root.resolve(".beanpole/base");
    }

    /** The caches of jib, shared by all houses of a checkout. */
    public Path images() {
        return root.resolve(".beanpole/images");
    }

    /** The secrets of a stage. */
    public Path secrets(String stage) {
        return state.resolve("secrets").resolve(stage);
    }

    /** The data of the local cloud. */
    public Path localCloud() {
        return state.resolve("local-cloud");
    }
}
