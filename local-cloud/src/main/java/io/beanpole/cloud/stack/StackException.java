package io.beanpole.cloud.stack;

import io.beanpole.cloud.CloudException;
import org.jspecify.annotations.Nullable;

/** A template that can't be brought about; CloudFormation would fail the update with such a sentence. */
public final class StackException extends CloudException {
    public StackException(String message) {
        this(message, null);
    }

    public StackException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
