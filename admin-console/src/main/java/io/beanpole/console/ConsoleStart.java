package io.beanpole.console;

import io.beanpole.console.connection.ConnectionChoice;
import io.beanpole.console.screen.ScreenName;
import io.beanpole.console.settings.Settings;
import java.util.Optional;

/**
 * How the console begins, over what it remembers.
 *
 * @param connection to work on; set up if it isn't yet; empty for the one that was worked on last
 * @param screen to show first; empty for the one that was shown last
 * @param isReadOnly whether nothing may be changed on any connection until the console is started anew
 */
record ConsoleStart(Optional<ConnectionChoice> connection, Optional<ScreenName> screen, boolean isReadOnly) {
    /** As it was left. */
    static final ConsoleStart PLAIN = new ConsoleStart(Optional.empty(), Optional.empty(), false);

    void applyTo(Settings settings) {
        screen.ifPresent(settings.screenProperty()::set);
        connection.ifPresent(choice -> {
            if (settings.connections().stream().noneMatch(known -> known.id().equals(choice.id()))) {
                settings.connections().add(choice);
            }
            settings.connectionProperty().set(choice.id());
        });
    }
}
