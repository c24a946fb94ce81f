package io.beanpole.cloud.beanstalk.health;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Remembers failed checks of a minute: only three of them lower an environment (reference 3.4 [D]). */
final class FailedChecks {
    private static final int THAT_LOWER = 3;

    private final Duration minute;
    private final Map<String, Deque<Instant>> failures = new HashMap<>();

    /** @param minute how long a failure counts; as long as six checks take */
    FailedChecks(Duration minute) {
        this.minute = minute;
    }

    /** Notes how a check of this subject went. */
    synchronized void note(String subject, boolean hasFailed, Instant at) {
        Deque<Instant> known = failures.computeIfAbsent(subject, key -> new ArrayDeque<>());
        while (!known.isEmpty() && known.getFirst().isBefore(at.minus(minute))) {
            known.removeFirst();
        }
        if (hasFailed) {
            known.addLast(at);
        }
    }

    /** Forgets all that aren't among these. */
    synchronized void keep(Collection<String> subjects) {
        failures.keySet().retainAll(subjects);
    }

    /** Whether it failed often enough. */
    synchronized boolean lowers(String subject) {
        Deque<Instant> known = failures.get(subject);
        return known != null && known.size() >= THAT_LOWER;
    }
}
