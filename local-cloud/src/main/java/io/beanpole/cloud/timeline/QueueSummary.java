package io.beanpole.cloud.timeline;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A queue in one line.
 *
 * @param messages how many messages are known in each state
 * @param events the number of the last event
 */
record QueueSummary(
        String queue,
        Map<MessageState, Integer> messages,
        long events,
        @Nullable Instant lastAt) {}
