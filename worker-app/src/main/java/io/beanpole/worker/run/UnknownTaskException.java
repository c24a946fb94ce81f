package io.beanpole.worker.run;

import io.beanpole.worker.WorkerException;
import java.util.UUID;

/** A message names a task that isn't in the database: a person must look at it in the dead-letter queue. */
public final class UnknownTaskException extends WorkerException {
    private static final long serialVersionUID = 1L;

    public UnknownTaskException(UUID id) {
        super("Tried to do task " + id + ", but there is no such task; the message may be from another stage.");
    }
}
