package io.beanpole.console.connection;

import java.util.List;

/** Where connections come from. */
@FunctionalInterface
public interface ConnectionSources {
    /** The source of a connection that a person set up. */
    ConnectionSource of(ConnectionChoice choice);

    /** What could be set up besides; none by default. Reads files, so not on the window's thread. */
    default List<ConnectionChoice> offers() {
        return List.of();
    }
}
