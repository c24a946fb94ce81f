package io.beanpole.deploy.deadletter;

/**
 * Why a message is where it is, in two phrases that many share.
 *
 * @param kind what the message is about
 * @param error why it failed
 */
public record Cause(String kind, String error) {
    /** The kind of what no place names one in, because its body isn't JSON. */
    public static final String NO_JSON = "no JSON";

    /** The kind of what is JSON and names none. */
    public static final String NO_KIND = "no kind";
}
