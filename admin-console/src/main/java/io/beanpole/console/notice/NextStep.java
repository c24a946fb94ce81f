package io.beanpole.console.notice;

/**
 * What a person can do about a problem, as the button beside it does it.
 *
 * @param text the command to copy; empty unless one is copied
 */
public record NextStep(Kind kind, String text) {
    /** Ask again at once. */
    public static final NextStep RETRY = new NextStep(Kind.RETRY, "");

    /** Look after the connection. */
    public static final NextStep CONNECTIONS = new NextStep(Kind.CONNECTIONS, "");

    /** Copy the command by which one signs in. */
    public static NextStep signIn(String command) {
        return new NextStep(Kind.SIGN_IN, command);
    }

    /** What the button does. */
    public enum Kind {
        RETRY,
        SIGN_IN,
        CONNECTIONS
    }
}
