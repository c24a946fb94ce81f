package io.beanpole.worker;

/** Root of what can go wrong in the worker tier. Unless a subclass says otherwise, a later try may succeed. */
public class WorkerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WorkerException(String message) {
        super(message);
    }

    public WorkerException(String message, Throwable cause) {
        super(message, cause);
    }
}
