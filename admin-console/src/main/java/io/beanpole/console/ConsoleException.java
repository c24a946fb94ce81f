package io.beanpole.console;

/** Something that keeps the console from working, in a sentence for the person who started it. */
public class ConsoleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ConsoleException(String message) {
        super(message);
    }
}
