package io.beanpole.cloud.traffic;

import java.util.Collection;
import java.util.OptionalDouble;

/** Requests of some time, counted by status and by latency; a latency is known to about two percent. */
public final class TrafficTotals {
    /** Steps within a doubling of the latency. */
    private static final int STEPS = 16;

    private static final int DOUBLINGS = 32;
    private static final double SHORTEST_SECONDS = 1e-6;

    private final long[] byHundred = new long[6];
    private final long[] byLatency = new long[STEPS * DOUBLINGS];

    TrafficTotals() {}

    /** All of these together. */
    public static TrafficTotals of(Collection<TrafficTotals> parts) {
        TrafficTotals all = new TrafficTotals();
        for (TrafficTotals part : parts) {
            for (int i = 0; i < all.byHundred.length; i++) {
                all.byHundred[i] += part.byHundred[i];
            }
            for (int i = 0; i < all.byLatency.length; i++) {
                all.byLatency[i] += part.byLatency[i];
            }
        }
        return all;
    }

    void add(int status, double seconds) {
        byHundred[Math.min(5, Math.max(0, status / 100))]++;
        double doublings = Math.log(Math.max(seconds, SHORTEST_SECONDS) / SHORTEST_SECONDS) / Math.log(2);
        byLatency[Math.min(byLatency.length - 1, (int) (doublings * STEPS))]++;
    }

    /** How many there were. */
    public long requests() {
        long all = 0;
        for (long count : byHundred) {
            all += count;
        }
        return all;
    }

    /** How many were answered with a status of this hundred: 5 for 500 to 599. */
    public long answered(int hundred) {
        return byHundred[hundred];
    }

    /**
     * The time, in seconds, within which so much of the requests was answered; empty without requests.
     *
     * @param percentile above 0, at most 100
     */
    public OptionalDouble latency(double percentile) {
        long rank = (long) Math.ceil(percentile / 100 * requests());
        long seen = 0;
        for (int i = 0; i < byLatency.length; i++) {
            seen += byLatency[i];
            if (seen >= rank && seen > 0) {
                return OptionalDouble.of(SHORTEST_SECONDS * Math.pow(2, (i + 0.5) / STEPS));
            }
        }
        return OptionalDouble.empty();
    }
}
