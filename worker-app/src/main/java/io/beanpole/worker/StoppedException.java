package io.beanpole.worker;

/** The work was interrupted from outside: cancelled, lease lost, or the instance is going away. */
public final class StoppedException extends WorkerException {
    private static final long serialVersionUID = 1L;

    public StoppedException(String message, Throwable cause) {
        super(message, cause);
    }
}
