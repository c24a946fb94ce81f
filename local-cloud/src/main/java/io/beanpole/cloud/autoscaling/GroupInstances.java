package io.beanpole.cloud.autoscaling;

import java.time.Instant;
import java.util.List;

/**
 * What really runs behind a group. The group calls it under its own lock: every method returns at once, and whoever
 * implements it tells {@link Groups} from another thread what became of each instance.
 */
public interface GroupInstances {
    /**
     * Begins to launch so many instances.
     *
     * @param cause AWS's sentence for why
     * @return their ids
     */
    List<String> launch(int count, String cause);

    /**
     * Begins to end one: first it gets no more work, then it is stopped.
     *
     * @param cause AWS's sentence for why
     */
    void terminate(String id, String cause);

    /** Says that this instance is spare capacity, which its metadata tells. */
    default void isSpot(String id) {}

    /**
     * Says in its metadata that a Spot instance will be taken away.
     *
     * @param at when
     */
    default void warnOfInterruption(String id, Instant at) {}

    /**
     * Takes a Spot instance away: as {@link #terminate}, but nobody waits for its work.
     *
     * @param cause AWS's sentence for why
     */
    default void interrupt(String id, String cause) {
        terminate(id, cause);
    }

    /** Lets an instance have requests of the load balancer, or none while it stands by or waits to end. */
    default void putBehindBalancer(String id, boolean behind) {}

    /** Whether an instance that serves is still there; one that isn't is replaced. */
    default boolean isThere(String id) {
        return true;
    }
}
