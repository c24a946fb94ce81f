package io.beanpole.cloud.beanstalk.bundle;

import io.beanpole.cloud.CloudException;

/** A source bundle that can't be deployed, or a step of it that failed on an instance; the message becomes an event. */
public final class BundleException extends CloudException {
    public BundleException(String message) {
        super(message);
    }

    public BundleException(String message, Throwable cause) {
        super(message, cause);
    }
}
