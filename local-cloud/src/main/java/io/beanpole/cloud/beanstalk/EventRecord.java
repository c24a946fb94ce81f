package io.beanpole.cloud.beanstalk;

import java.time.Instant;

/** What is kept of an event; texts that it doesn't have are empty. */
record EventRecord(
        Instant at,
        String severity,
        String message,
        String application,
        String version,
        String template,
        String environment,
        String environmentId,
        String requestId) {
    /** A file that was kept before events knew templates and ids has none. */
    EventRecord {
        template = template == null ? "" : template;
        environmentId = environmentId == null ? "" : environmentId;
    }
}
