package io.beanpole.cloud.instance;

import io.beanpole.cloud.CloudException;

/** An image, a Dockerrun file or a container that cannot be used; the message says what to do. */
public final class InstanceException extends CloudException {
    public InstanceException(String message) {
        super(message);
    }

    public InstanceException(String message, Throwable cause) {
        super(message, cause);
    }
}
