package io.beanpole.cloud.beanstalk;

import java.time.Instant;

/** What is kept of an application version; {@code status} is AWS's word. */
record VersionRecord(
        String application,
        String label,
        String description,
        String bucket,
        String key,
        String status,
        Instant created,
        Instant updated) {
    VersionRecord withStatus(String next, Instant at) {
        return new VersionRecord(application, label, description, bucket, key, next, created, at);
    }

    VersionRecord withDescription(String next, Instant at) {
        return new VersionRecord(application, label, next, bucket, key, status, created, at);
    }
}
