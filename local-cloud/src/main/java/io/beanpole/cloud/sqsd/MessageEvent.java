package io.beanpole.cloud.sqsd;

import java.time.Duration;
import java.time.Instant;

/**
 * One point on the timeline of a message.
 *
 * @param outcome the status that was answered or the error, in a few words
 * @param took from the start of the POST to its end, or zero
 */
public record MessageEvent(
        Instant at, String messageId, int receiveCount, MessageRule rule, String outcome, Duration took) {}
