package io.beanpole.cloud.instance;

import java.nio.file.Path;
import java.util.Map;

/**
 * One container to be started.
 *
 * @param environment all of it: platform, option settings, Dockerrun
 * @param directory the instance's own directory
 */
public record ContainerSpec(
        String instanceId,
        ContainerDefinition definition,
        Map<String, String> environment,
        Path directory,
        RotatingLog log) {}
