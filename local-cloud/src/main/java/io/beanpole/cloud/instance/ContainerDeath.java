package io.beanpole.cloud.instance;

import java.time.Instant;

/**
 * That a container ended by itself, or was killed because of its memory.
 *
 * @param exitCode what its process ended with; 137 when it was killed
 * @param count which of the deaths of the container's present plan it is, from 1 on
 */
public record ContainerDeath(String container, int exitCode, boolean outOfMemory, int count, Instant at) {
    /** A crash loop is told of less and less often: at the first, second, fourth, eighth time. */
    public boolean isWorthTelling() {
        return Integer.bitCount(count) == 1;
    }
}
