package io.beanpole.web.upload;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Where to put the clip.
 *
 * @param id names the upload in a task's input
 * @param headers to send with the PUT, besides Content-Length
 */
record UploadAddress(UUID id, URI url, String method, Map<String, String> headers, Instant expiresAt) {}
