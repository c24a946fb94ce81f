package io.beanpole.scaling.metric;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a queue has metrics: CloudWatch takes it for active for six hours after it last held a message or was called,
 * then it goes quiet, and the first points after work came may take up to 15 minutes (evidence: [D], reference 5.3).
 * Here they always take all of that, because one should see the worst of it. Not for several threads at once.
 */
public final class QueueRest {
    private static final Duration FALLS_ASLEEP_AFTER = Duration.ofHours(6);
    private static final Duration WAKES_AFTER = Duration.ofMinutes(15);

    private final boolean byItself;
    private Instant active;
    private @Nullable Instant wakes;
    private boolean isAsleep;

    /** @param byItself whether it goes quiet when it is idle; else only when it is told to */
    public QueueRest(boolean byItself, Instant now) {
        this.byItself = byItself;
        this.active = now;
    }

    public boolean isAwake() {
        return !isAsleep;
    }

    /** Somebody looks; {@code isActive} says whether it holds messages or is called. */
    public void look(boolean isActive, Instant now) {
        active = isActive ? now : active;
        if (!isAsleep) {
            isAsleep = byItself && !now.isBefore(active.plus(FALLS_ASLEEP_AFTER));
            wakes = null;
        } else if (wakes == null) {
            wakes = isActive ? now.plus(WAKES_AFTER) : null;
        } else {
            isAsleep = now.isBefore(wakes);
        }
    }

    /** It goes quiet at once, as if it had been idle for six hours. */
    public void fallAsleep() {
        isAsleep = true;
        wakes = null;
    }
}
