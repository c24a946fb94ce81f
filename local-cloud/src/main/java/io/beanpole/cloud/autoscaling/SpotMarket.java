package io.beanpole.cloud.autoscaling;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Whether EC2 has Spot capacity to sell: it has, unless a rehearsal of a shortage says that it has not. */
final class SpotMarket {
    /** The message of the activity, in AWS's words. */
    static final String REFUSAL = "Could not launch Spot Instances. InsufficientInstanceCapacity - There is no Spot"
            + " capacity available that matches your request. Launching EC2 instance failed.";

    /** A group asks again only after a while, as on AWS, where it is about a minute. */
    private static final Duration ASKS_AGAIN_AFTER = Duration.ofSeconds(10);

    private final Map<String, Instant> refusals = new ConcurrentHashMap<>();
    private volatile boolean isShort;

    boolean isShort() {
        return isShort;
    }

    void becomes(boolean next) {
        isShort = next;
        refusals.clear();
    }

    /** Whether a group is refused now; it isn't told again and again. */
    boolean refuses(String group, Instant now) {
        Instant last = refusals.get(group);
        if (last != null && now.isBefore(last.plus(ASKS_AGAIN_AFTER))) {
            return false;
        }
        refusals.put(group, now);
        return true;
    }
}
