package io.beanpole.deploy.release;

import io.beanpole.deploy.DeployException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks of which some may fail: a network may be away for a while, or AWS throttle, and what is looked at goes on
 * meanwhile. So a look that fails is no verdict, unless none has succeeded for longer than patience lasts.
 */
public final class PatientLooks {
    private final Duration patience;
    private final Clock clock;
    private final Consumer<String> notes;
    private @Nullable Instant blindSince;

    /**
     * Looks that all have succeeded so far.
     *
     * @param notes hears of the first look that fails, and of the next that succeeds
     */
    public PatientLooks(Duration patience, Clock clock, Consumer<String> notes) {
        this.patience = patience;
        this.clock = clock;
        this.notes = notes;
    }

    /**
     * Looks once.
     *
     * @param otherwise what is taken as seen when the look failed
     * @throws DeployException of the look, when patience has ended
     */
    public <T> T look(Supplier<T> look, T otherwise) {
        try {
            var seen = look.get();
            if (blindSince != null) {
                notes.accept("it can be seen again");
                blindSince = null;
            }
            return seen;
        } catch (DeployException e) {
            var now = clock.instant();
            if (blindSince == null) {
                blindSince = now;
                notes.accept("it can't be seen for now, and is looked for again: " + e.getMessage());
            }
            if (Duration.between(blindSince, now).compareTo(patience) >= 0) {
                throw e;
            }
            return otherwise;
        }
    }
}
