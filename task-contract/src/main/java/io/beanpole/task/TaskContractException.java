package io.beanpole.task;

/** Root of what can be wrong with a message or an input. */
public class TaskContractException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TaskContractException(String message) {
        super(message);
    }

    public TaskContractException(String message, Throwable cause) {
        super(message, cause);
    }
}
