package io.beanpole.cloud.instance.sandbox;

import io.beanpole.cloud.CloudException;

/** Something that an instance was told to do before its application starts, and could not. */
public final class SandboxException extends CloudException {
    public SandboxException(String message) {
        super(message);
    }

    public SandboxException(String message, Throwable cause) {
        super(message, cause);
    }
}
