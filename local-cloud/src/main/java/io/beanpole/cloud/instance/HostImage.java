package io.beanpole.cloud.instance;

import java.nio.file.Path;
import java.util.List;

/**
 * A pulled image: what its configuration says, and its layers' {@code /app} directories in order, whiteouts included.
 */
record HostImage(
        List<String> entryPoint,
        List<String> command,
        List<String> environment,
        String workingDirectory,
        List<Path> layers) {}
