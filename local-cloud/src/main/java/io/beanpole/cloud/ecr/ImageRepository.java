package io.beanpole.cloud.ecr;

import java.time.Instant;
import java.util.Map;

/**
 * A repository of images.
 *
 * @param immutable whether a tag that is there stays as it is
 */
record ImageRepository(String name, Instant createdAt, boolean immutable, Map<String, String> tags) {
    ImageRepository {
        tags = Map.copyOf(tags);
    }

    ImageRepository withImmutable(boolean now) {
        return new ImageRepository(name, createdAt, now, tags);
    }
}
