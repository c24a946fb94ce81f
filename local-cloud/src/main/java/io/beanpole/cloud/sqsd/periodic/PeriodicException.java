package io.beanpole.cloud.sqsd.periodic;

import io.beanpole.cloud.CloudException;
import org.jspecify.annotations.Nullable;

/** A cron.yaml that the daemon can't start with, or a step of the schedule that failed. */
public final class PeriodicException extends CloudException {
    PeriodicException(String message) {
        super(message);
    }

    PeriodicException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
