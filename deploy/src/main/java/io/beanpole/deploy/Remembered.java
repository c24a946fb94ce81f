package io.beanpole.deploy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Something that costs a call to find out, and is found out again only when it may have changed. */
public final class Remembered<T> implements Supplier<Optional<T>> {
    private final Supplier<Optional<T>> source;
    private final Duration lifetime;
    private final Clock clock;
    private Optional<T> value = Optional.empty();
    private Instant end = Instant.MIN;

    /**
     * Nothing is asked yet.
     *
     * @param source an empty answer of it is not remembered, nor is its failure
     * @param lifetime how long an answer is good
     */
    public Remembered(Supplier<Optional<T>> source, Duration lifetime, Clock clock) {
        this.source = source;
        this.lifetime = lifetime;
        this.clock = clock;
    }

    @Override
    public synchronized Optional<T> get() {
        var now = clock.instant();
        if (value.isEmpty() || !now.isBefore(end)) {
            value = Optional.empty();
            value = source.get();
            end = now.plus(lifetime);
        }
        return value;
    }
}
