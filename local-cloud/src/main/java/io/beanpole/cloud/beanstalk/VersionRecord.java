package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.beanstalk.bundle.BundleLocation;
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
    BundleLocation location() {
        return new BundleLocation(label, bucket, key);
    }

    VersionRecord withStatus(String next, Instant at) {
        return new VersionRecord(application, label, description, bucket, key, next, created, at);
    }

    VersionRecord withDescription(String next, Instant at) {
        return new VersionRecord(application, label, next, bucket, key, status, created, at);
    }
}
