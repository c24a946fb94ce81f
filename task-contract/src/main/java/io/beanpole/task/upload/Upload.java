package io.beanpole.task.upload;

import java.util.UUID;

/**
 * A clip that its owner may put to S3 once and cut many times.
 *
 * @param key S3 object key
 * @param fileName as the owner's machine calls it
 * @param size in bytes, exactly
 */
public record Upload(UUID id, String owner, String key, String fileName, String contentType, long size) {}
