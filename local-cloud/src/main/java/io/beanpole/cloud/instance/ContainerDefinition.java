package io.beanpole.cloud.instance;

import java.util.List;
import java.util.Map;

/**
 * One container of a bundle.
 *
 * @param memoryMiB the hard limit, or the reservation where only that is given
 * @param servesPort80 whether it is the one that host port 80 of the instance leads to
 * @param entryPoint replaces the image's entrypoint unless empty
 * @param command replaces the image's command unless empty
 */
public record ContainerDefinition(
        String name,
        String image,
        int memoryMiB,
        boolean essential,
        boolean servesPort80,
        Map<String, String> environment,
        List<String> entryPoint,
        List<String> command) {}
