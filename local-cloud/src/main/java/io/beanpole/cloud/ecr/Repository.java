package io.beanpole.cloud.ecr;

import java.time.Instant;

/** A repository as it is remembered; its images are in the registry's storage. */
record Repository(String name, Instant createdAt, boolean immutable) {
    Repository withImmutable(boolean changed) {
        return new Repository(name, createdAt, changed);
    }
}
