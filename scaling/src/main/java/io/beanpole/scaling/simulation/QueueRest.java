package io.beanpole.scaling.simulation;

import java.time.Duration;

/**
 * Whether a queue has metrics: CloudWatch takes it for active for six hours after it last held a message or was called,
 * and instances in service call it all the time; then it goes quiet until 15 minutes after work came (reference 5.3).
 */
final class QueueRest {
    private static final long FALLS_ASLEEP_AFTER = Duration.ofHours(6).toMillis();
    private static final long WAKES_AFTER = Duration.ofMinutes(15).toMillis();
    private static final long NEVER = Long.MAX_VALUE;

    private final boolean sleeps;
    private long active;
    private long wakes = NEVER;
    private boolean isAsleep;

    /** @param sleeps whether it ever does */
    QueueRest(boolean sleeps, long now) {
        this.sleeps = sleeps;
        this.active = now;
    }

    boolean isAwake() {
        return !isAsleep;
    }

    /** A tick: whether it holds messages or somebody calls it. */
    void look(boolean isActive, long now) {
        active = isActive ? now : active;
        if (!isAsleep) {
            isAsleep = sleeps && now >= active + FALLS_ASLEEP_AFTER;
            wakes = NEVER;
        } else if (wakes == NEVER) {
            wakes = isActive ? now + WAKES_AFTER : NEVER;
        } else {
            isAsleep = now < wakes;
        }
    }
}
