package io.beanpole.cloud.beanstalk.catalog;

import java.time.Instant;

/**
 * What is kept of a managed action that was begun.
 *
 * @param environment the id of its environment
 * @param type AWS's word, as in {@code PlatformUpdate}
 * @param requestId under which its events stand
 */
public record ManagedActionRecord(
        String id, String environment, String type, String description, String requestId, Instant executed) {}
