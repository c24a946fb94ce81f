package io.beanpole.cloud.sqs;

import io.beanpole.scaling.metric.QueueRest;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Which queues have metrics, each by the rule that the simulator knows too. */
public final class QueueSleep {
    private final Map<String, QueueRest> rests = new HashMap<>();
    private final boolean byItself;

    /** @param byItself whether idle queues go quiet; else only those do that are told to */
    public QueueSleep(boolean byItself) {
        this.byItself = byItself;
    }

    /** Whether a queue has metrics now. */
    synchronized boolean isAwake(String queue, boolean isActive, Instant now) {
        QueueRest rest = rest(queue, now);
        rest.look(isActive, now);
        return rest.isAwake();
    }

    /** Lets a queue go quiet at once, as if it had been idle for six hours. */
    public synchronized void fallAsleep(String queue, Instant now) {
        rest(queue, now).fallAsleep();
    }

    /** Forgets the queues that are gone. */
    synchronized void keepOnly(Collection<String> queues) {
        rests.keySet().retainAll(queues);
    }

    private QueueRest rest(String queue, Instant now) {
        return rests.computeIfAbsent(queue, unused -> new QueueRest(byItself, now));
    }
}
