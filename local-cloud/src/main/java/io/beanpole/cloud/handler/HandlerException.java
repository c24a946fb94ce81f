package io.beanpole.cloud.handler;

import io.beanpole.cloud.CloudException;
import org.jspecify.annotations.Nullable;

/** A handler that can't be served the way it was asked for. */
final class HandlerException extends CloudException {
    HandlerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    HandlerException(String message) {
        super(message);
    }
}
