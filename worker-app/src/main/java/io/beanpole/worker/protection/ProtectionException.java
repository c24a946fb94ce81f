package io.beanpole.worker.protection;

import io.beanpole.worker.WorkerException;

/** Scale-in protection could not be set or taken away. */
final class ProtectionException extends WorkerException {
    private static final long serialVersionUID = 1L;

    ProtectionException(String message, Throwable cause) {
        super(message, cause);
    }
}
