package io.beanpole.cloud.beanstalk.bundle;

import java.util.Optional;

/**
 * One of {@code files}: where it goes on an instance, and with what.
 *
 * @param permissions as {@code rwxr-xr-x}
 * @param content none when it comes from the source
 * @param source the address to fetch it from, or an empty text
 */
record InstanceFile(String path, String permissions, Optional<byte[]> content, String source) {}
