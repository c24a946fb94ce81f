package io.beanpole.console.connection;

/** How it stands with a connection. */
public enum ConnectionState {
    /** Nobody has looked yet. */
    LOOKING,
    /** It answers. */
    CONNECTED,
    /** There is no cloud at its place, or no way to it. */
    ABSENT,
    /** The cloud is there; the credentials have expired. */
    SIGNED_OUT
}
