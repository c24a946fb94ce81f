package io.beanpole.cloud.beanstalk.catalog;

import java.time.Instant;

/** What is kept of an application. */
public record ApplicationRecord(
        String name, String description, Instant created, Instant updated, Lifecycle lifecycle) {
    /** A file that was kept before there were lifecycle rules has none. */
    public ApplicationRecord {
        lifecycle = lifecycle == null ? Lifecycle.NONE : lifecycle;
    }

    ApplicationRecord withDescription(String next, Instant at) {
        return new ApplicationRecord(name, next, created, at, lifecycle);
    }

    ApplicationRecord withLifecycle(Lifecycle next, Instant at) {
        return new ApplicationRecord(name, description, created, at, next);
    }
}
