package io.beanpole.cloud.instance;

import java.util.List;
import java.util.Map;

/**
 * One container of a Dockerrun file.
 *
 * @param memoryMiB the hard limit, or the reservation where only that is given
 * @param entryPoint replaces the image's entrypoint unless empty
 * @param command replaces the image's command unless empty
 */
public record ContainerDefinition(
        String name,
        String image,
        int memoryMiB,
        boolean essential,
        Map<String, String> environment,
        List<String> entryPoint,
        List<String> command) {}
