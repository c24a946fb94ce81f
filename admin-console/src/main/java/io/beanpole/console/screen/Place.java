package io.beanpole.console.screen;

import java.time.Instant;
import java.util.Optional;

/**
 * Where in the console something is to be seen.
 *
 * @param environmentName chosen on the way there; empty to leave the chosen one
 * @param at the moment to look at, on screens with a time axis
 */
public record Place(ScreenName screen, String environmentName, Optional<Instant> at) {
    /** A screen with an environment. */
    public static Place of(ScreenName screen, String environmentName) {
        return new Place(screen, environmentName, Optional.empty());
    }
}
