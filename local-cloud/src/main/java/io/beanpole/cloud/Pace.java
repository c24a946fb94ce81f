package io.beanpole.cloud;

import java.time.Duration;

/**
 * How much faster than AWS this cloud goes through the times that AWS only waits for: health checks of a deployed
 * batch, evaluation of split traffic, the life of a log link. Times that an application or an option setting counts on
 * (command timeout, visibility timeout, cooldown, alarm periods) are never shortened.
 *
 * @param factor 1 is as on AWS; 60 makes a minute a second
 */
public record Pace(double factor) {
    /** No part of the cloud looks more often than this. */
    private static final Duration SHORTEST = Duration.ofMillis(20);

    /** As on AWS. */
    public static final Pace AS_ON_AWS = new Pace(1);

    public Pace {
        if (!(factor >= 1 && factor <= 10_000)) {
            throw new IllegalArgumentException("A pace is a factor from 1 to 10000, not " + factor + ".");
        }
    }

    /** How long it takes here, at least 20 ms, where AWS takes {@code onAws}; nothing stays nothing. */
    public Duration of(Duration onAws) {
        if (onAws.isZero() || onAws.isNegative()) {
            return Duration.ZERO;
        }
        Duration here = Duration.ofNanos(Math.round(onAws.toNanos() / factor));
        return here.compareTo(SHORTEST) < 0 && onAws.compareTo(SHORTEST) > 0 ? SHORTEST : here;
    }
}
