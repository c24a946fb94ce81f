package io.beanpole.console.connection;

import io.beanpole.deploy.connection.Connection;
import java.util.Optional;

/** Where the console's connection comes from. Any thread may call; calls may block for a moment. */
public interface ConnectionSource {
    /** What the window says while there is no connection: "local cloud". */
    String name();

    Connection.Kind kind();

    /**
     * What tells the cloud that is there now from a later one at the same place, as its process does; empty while there
     * is none.
     */
    Optional<String> present();

    /** A new connection, to be closed by the caller. */
    Connection connect();

    /** What a person can do while the cloud isn't there. */
    String advice();
}
