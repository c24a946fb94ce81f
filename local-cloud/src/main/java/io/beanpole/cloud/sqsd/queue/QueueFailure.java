package io.beanpole.cloud.sqsd.queue;

import io.beanpole.cloud.CloudException;
import org.jspecify.annotations.Nullable;

/** The queue could not be reached, or it refused; the message says which call, and why. */
public final class QueueFailure extends CloudException {
    private final boolean mayPass;

    QueueFailure(String message, @Nullable Throwable cause, boolean mayPass) {
        super(message, cause);
        this.mayPass = mayPass;
    }

    /** Whether the same call may work later: the queue could not be reached, or had an error of its own. */
    public boolean mayPass() {
        return mayPass;
    }
}
