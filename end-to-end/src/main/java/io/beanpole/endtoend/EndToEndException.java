package io.beanpole.endtoend;

/** Root of what stops a whole-system test or benchmark from going on. */
public final class EndToEndException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EndToEndException(String message) {
        super(message);
    }

    public EndToEndException(String message, Throwable cause) {
        super(message, cause);
    }
}
