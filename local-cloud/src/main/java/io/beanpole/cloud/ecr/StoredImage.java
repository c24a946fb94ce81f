package io.beanpole.cloud.ecr;

import java.time.Instant;
import java.util.List;

/**
 * An image as it stands in the registry's storage.
 *
 * @param digest of its manifest
 * @param size of its layers and configuration as they are stored, in bytes
 */
record StoredImage(String digest, List<String> tags, Instant pushedAt, long size, String mediaType, String manifest) {}
