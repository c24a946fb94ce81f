package io.beanpole.cloud;

import org.jspecify.annotations.Nullable;

/** The root of all that can go wrong in the local cloud; its message is a sentence to act on. */
public class CloudException extends RuntimeException {
    public CloudException(String message) {
        this(message, null);
    }

    public CloudException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
