package io.beanpole.deploy.scaling.simulation;

import io.beanpole.scaling.simulation.Trace;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * What came to a real queue, minute by minute. Where CloudWatch counted the messages sent, that is it; where it did not,
 * it is worked out: what was deleted, and by how much more waits or is in flight than a minute before.
 *
 * @param sent NumberOfMessagesSent, NaN where there is no point
 * @param deleted NumberOfMessagesDeleted, NaN where there is no point
 * @param present messages that wait or are in flight at the end of each minute, NaN where there is no point
 */
record RecordedTrace(double[] sent, double[] deleted, double[] present) {

    /** Whether nothing at all was recorded. */
    boolean isEmpty() {
        return Arrays.stream(sent).allMatch(Double::isNaN)
                && Arrays.stream(present).allMatch(Double::isNaN);
    }

    Trace trace(String name, Instant start, Duration step) {
        int[] arrivals = new int[sent.length];
        // What was there at first came before; where it began is unknown.
        double before = Arrays.stream(present)
                .filter(each -> !Double.isNaN(each))
                .findFirst()
                .orElse(0);
        double owed = 0;
        for (int i = 0; i < arrivals.length; i++) {
            double now = Double.isNaN(present[i]) ? before : present[i];
            double came = Double.isNaN(sent[i]) ? (Double.isNaN(deleted[i]) ? 0 : deleted[i]) + now - before : sent[i];
            // The gauges are approximate, so what came may be negative for a minute; the next one makes up for it.
            owed += came;
            arrivals[i] = (int) Math.max(0, Math.round(owed));
            owed -= arrivals[i];
            before = now;
        }
        return new Trace(name, start, step, arrivals);
    }
}
