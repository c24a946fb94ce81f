package io.beanpole.task;

import org.jspecify.annotations.Nullable;

/**
 * What a task made.
 *
 * @param key the S3 object key; names the attempt, so no two attempts share one
 * @param contentType its media type
 * @param size in bytes
 * @param durationSeconds length of the media in seconds; null for a still
 */
public record TaskResult(
        String key, String contentType, long size, @Nullable Double durationSeconds) {}
