package io.beanpole.cloud.sqs;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which queues have metrics. CloudWatch takes a queue for active for six hours after it last held a message or was
 * called; then it goes quiet, and the first points after it wakes may take up to 15 minutes (evidence: [D], reference
 * 5.3). Here they always take the whole 15 minutes, because a rehearsal should show the worst of it.
 */
public final class QueueSleep {
    static final Duration FALLS_ASLEEP_AFTER = Duration.ofHours(6);
    static final Duration WAKES_AFTER = Duration.ofMinutes(15);

    private final Map<String, Rest> rests = new HashMap<>();
    private final boolean byItself;

    /** @param byItself whether idle queues go quiet; else only those do that are told to */
    public QueueSleep(boolean byItself) {
        this.byItself = byItself;
    }

    /**
     * How it stands with one queue.
     *
     * @param active when it was last seen active
     * @param wakesAt when its metrics come again; null while it sleeps and nothing has called it
     */
    private record Rest(
            Instant active, boolean sleeps, @Nullable Instant wakesAt) {}

    /** Whether a queue has metrics now. */
    synchronized boolean isAwake(String queue, boolean isActive, Instant now) {
        Rest before = rests.getOrDefault(queue, new Rest(now, false, null));
        Rest rest = before.sleeps() ? asleep(before, isActive, now) : awake(before, isActive, now);
        rests.put(queue, rest);
        return !rest.sleeps();
    }

    private Rest awake(Rest before, boolean isActive, Instant now) {
        Instant active = isActive ? now : before.active();
        boolean sleeps = byItself && !now.isBefore(active.plus(FALLS_ASLEEP_AFTER));
        return new Rest(active, sleeps, null);
    }

    private static Rest asleep(Rest before, boolean isActive, Instant now) {
        Instant wakesAt = before.wakesAt();
        if (wakesAt == null) {
            return isActive ? new Rest(now, true, now.plus(WAKES_AFTER)) : before;
        }
        Instant active = isActive ? now : before.active();
        return new Rest(active, now.isBefore(wakesAt), wakesAt);
    }

    /** Lets a queue go quiet at once, as if it had been idle for six hours. */
    synchronized void fallAsleep(String queue, Instant now) {
        rests.put(queue, new Rest(now, true, null));
    }

    /** Forgets the queues that are gone. */
    synchronized void keepOnly(Collection<String> queues) {
        rests.keySet().retainAll(queues);
    }
}
