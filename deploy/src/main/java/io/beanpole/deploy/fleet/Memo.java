package io.beanpole.deploy.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was read about each environment at some time, and whether it is time to read it anew: when the environment is
 * another than it was then (its state), or after a while.
 */
final class Memo<T> {
    /** After a try in vain: long enough for throttling to end, short enough that nobody misses the fact for long. */
    private static final Duration RETRY = Duration.ofSeconds(30);

    private final Map<String, Entry<T>> entries = new HashMap<>();
    private final Map<String, Instant> inVain = new HashMap<>();
    private final Duration lifetime;

    Memo(Duration lifetime) {
        this.lifetime = lifetime;
    }

    Optional<T> get(String key) {
        return Optional.ofNullable(entries.get(key)).map(Entry::value);
    }

    /** What was read of it in this very state. */
    Optional<T> get(String key, String state) {
        return Optional.ofNullable(entries.get(key))
                .filter(entry -> entry.state.equals(state))
                .map(Entry::value);
    }

    void put(String key, String state, T value, Instant now) {
        entries.put(key, new Entry<>(state, value, now));
        inVain.remove(key);
    }

    /** What was read; where the reading failed, what was known stays and is asked for again soon. */
    void put(String key, String state, Optional<T> read, Instant now) {
        read.ifPresentOrElse(value -> put(key, state, value, now), () -> inVain.put(key, now));
    }

    boolean isDue(String key, String state, Instant now) {
        var tried = inVain.get(key);
        if (tried != null && now.isBefore(tried.plus(RETRY))) {
            return false;
        }
        var entry = entries.get(key);
        return entry == null || !entry.state.equals(state) || !now.isBefore(entry.at.plus(lifetime));
    }

    /** When it was last read, or tried; the beginning of time if never. */
    Instant readAt(String key) {
        var tried = inVain.get(key);
        var entry = entries.get(key);
        return tried != null ? tried : entry == null ? Instant.EPOCH : entry.at;
    }

    void retain(Collection<String> keys) {
        entries.keySet().retainAll(keys);
        inVain.keySet().retainAll(keys);
    }

    int size() {
        return entries.size();
    }

    /** A value with what it was true of. */
    private record Entry<T>(String state, T value, Instant at) {}
}
