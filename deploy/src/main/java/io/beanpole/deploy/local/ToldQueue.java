package io.beanpole.deploy.local;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A queue that a daemon of the local cloud reads or has read.
 *
 * @param queue its name
 * @param messages how many are known in each state: {@code in work}, {@code waiting}, {@code done}, {@code dead-lettered},
 *     {@code expired}
 * @param events the number of the last event
 * @param lastAt when that was; null before the first
 */
public record ToldQueue(
        String queue,
        Map<String, Integer> messages,
        long events,
        @Nullable Instant lastAt) {}
