package io.beanpole.deploy.beanstalk;

import java.time.Instant;
import java.util.Optional;

/**
 * A version as DescribeApplicationVersions tells it.
 *
 * @param status Unprocessed, Processing, Processed, Failed or Building
 * @param bundle where its source bundle was put; empty for a version without one
 */
public record VersionSummary(
        String label, Instant createdAt, String description, String status, Optional<BundleAddress> bundle) {
    /** Whether Elastic Beanstalk refused its bundle, so that it can never be deployed. */
    public boolean isFailed() {
        return status.equalsIgnoreCase("Failed");
    }

    /** Whether Elastic Beanstalk is still busy with it. */
    public boolean isBusy() {
        return status.equalsIgnoreCase("Processing") || status.equalsIgnoreCase("Building");
    }
}
