package io.beanpole.cloud.sqsd.queue;

import io.beanpole.cloud.CloudException;
import org.jspecify.annotations.Nullable;

/** The queue could not be reached, or it refused; the message says which call, and why. */
public final class QueueFailure extends CloudException {
    QueueFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
