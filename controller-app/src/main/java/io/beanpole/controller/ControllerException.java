package io.beanpole.controller;

/** What can go wrong here; the message says what was tried, why it failed and what to do. */
public class ControllerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ControllerException(String message) {
        super(message);
    }

    public ControllerException(String message, Throwable cause) {
        super(message, cause);
    }
}
