package io.beanpole.worker;

/** A fault that no other try can cure: the task ends, and the message is a sentence for its owner. */
public final class PermanentTaskException extends WorkerException {
    private static final long serialVersionUID = 1L;

    public PermanentTaskException(String message) {
        super(message);
    }

    public PermanentTaskException(String message, Throwable cause) {
        super(message, cause);
    }
}
