package io.beanpole.cloud.timeline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message in one line.
 *
 * @param firstAt when the first event was that is still known
 * @param receives how often the message was received so far
 * @param visibleAgainAt when it comes back, by the last rule; null when it does not
 */
record MessageSummary(
        String messageId,
        MessageState state,
        int receives,
        Instant firstAt,
        Instant lastAt,
        String rule,
        String outcome,
        @Nullable Instant visibleAgainAt) {}
