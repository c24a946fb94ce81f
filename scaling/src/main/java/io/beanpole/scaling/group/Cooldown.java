package io.beanpole.scaling.group;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The wait of simple policies: it begins when the last activity of one is over. */
final class Cooldown {
    private @Nullable Duration toCome;
    private @Nullable Instant until;

    /** So long simple policies wait after what one of them began. */
    void announce(Duration next) {
        toCome = next;
    }

    /** Nothing is being launched or ended any more. */
    void begin(Instant now) {
        Duration announced = toCome;
        if (announced != null) {
            until = now.plus(announced);
            toCome = null;
        }
    }

    /** When simple policies may act again; null while none was begun. */
    @Nullable
    Instant until() {
        return until;
    }

    boolean lasts(Instant now) {
        Instant end = until;
        return end != null && now.isBefore(end);
    }
}
