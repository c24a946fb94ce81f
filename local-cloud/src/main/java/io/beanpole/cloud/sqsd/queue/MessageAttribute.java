package io.beanpole.cloud.sqsd.queue;

import org.jspecify.annotations.Nullable;

/**
 * An attribute that the sender put on a message.
 *
 * @param type String, Number or Binary, with the sender's own sub-type behind a dot
 * @param text null for a Binary one
 */
public record MessageAttribute(
        String name, String type, @Nullable String text) {}
