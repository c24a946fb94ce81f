package io.beanpole.task.kind;

import io.beanpole.task.TaskContractException;

/** The input can't be what its sender meant; the message is a sentence for them. */
public final class InvalidInputException extends TaskContractException {
    private static final long serialVersionUID = 1L;

    public InvalidInputException(String message) {
        super(message);
    }

    public InvalidInputException(String message, Throwable cause) {
        super(message, cause);
    }
}
