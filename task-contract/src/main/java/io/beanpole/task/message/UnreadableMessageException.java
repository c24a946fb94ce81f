package io.beanpole.task.message;

import io.beanpole.task.TaskContractException;

/** A message that is not one of ours: it can't succeed, a person must look at it in the dead-letter queue. */
public final class UnreadableMessageException extends TaskContractException {
    private static final long serialVersionUID = 1L;

    public UnreadableMessageException(String message) {
        super(message);
    }

    public UnreadableMessageException(String message, Throwable cause) {
        super(message, cause);
    }
}
