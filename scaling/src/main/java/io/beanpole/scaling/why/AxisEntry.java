package io.beanpole.scaling.why;

import java.time.Instant;

/** One thing that happened, on the time axis of everything that scaling is about. */
public record AxisEntry(Instant at, Kind kind, String text) {
    /** Where it comes from. */
    public enum Kind {
        /** Metrics: depth, in flight, age, instances. */
        METRICS,
        /** An alarm changed its state. */
        ALARM,
        /** An alarm ran, or failed to run, a policy. */
        POLICY,
        /** The group launched or ended instances, or could not. */
        ACTIVITY,
        /** A deployment or another update began or ended. */
        DEPLOYMENT,
        /** What was read at the moment of asking: the queue's attributes, protection, suspended processes. */
        NOW
    }
}
