package io.beanpole.cloud.beanstalk.catalog;

import java.util.List;

/**
 * A line of platform versions.
 *
 * @param stack the solution stack's name with {@code %s} for the version
 * @param lifecycle AWS's word, as in {@code Supported}
 * @param versions oldest first
 */
record PlatformBranch(
        String name,
        String platformName,
        String category,
        String stack,
        String os,
        String osVersion,
        String lifecycle,
        int order,
        List<PlatformVersion> versions) {
    /** As AWS writes the two tiers of a standard environment. */
    static final List<String> TIERS = List.of("WebServer/Standard", "Worker/SQS/HTTP");

    static final List<String> ADDONS = List.of("Log/S3", "Monitoring/Healthd", "WorkerDaemon/SQSD");

    PlatformVersion newest() {
        return versions.get(versions.size() - 1);
    }
}
