package io.beanpole.cloud.beanstalk;

import java.time.Instant;

/** What is kept of an event; texts that it doesn't have are empty. */
record EventRecord(
        Instant at,
        String severity,
        String message,
        String application,
        String version,
        String environment,
        String requestId) {}
