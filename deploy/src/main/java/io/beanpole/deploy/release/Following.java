package io.beanpole.deploy.release;

import io.beanpole.deploy.Patience;
import java.time.Duration;

/**
 * How closely and how long a deployment is followed.
 *
 * @param looks how often its environment is looked at, and for how long altogether
 * @param patience how long something may go wrong before it counts: instances that don't report the version though the
 *     environment is Ready again, or calls that fail
 * @param steady how long an environment has to be well before a release goes on to the next
 * @param healthLimit how long it may take to become well
 */
public record Following(Patience looks, Duration patience, Duration steady, Duration healthLimit) {
    /** Quick, for a cloud on this machine. */
    public static final Following NEARBY = new Following(
            new Patience(Duration.ofMinutes(30), Duration.ofMillis(250)),
            Duration.ofSeconds(30),
            Duration.ofSeconds(2),
            Duration.ofSeconds(60));

    /**
     * Sparing with calls, and never the first to give up: an immutable deployment of a large environment takes most of
     * an hour, several batches more, and an instance that Auto Scaling launches meanwhile some minutes.
     */
    public static final Following FAR_AWAY = new Following(
            new Patience(Duration.ofHours(12), Duration.ofSeconds(4)),
            Duration.ofMinutes(6),
            Duration.ofSeconds(60),
            Duration.ofMinutes(15));
}
