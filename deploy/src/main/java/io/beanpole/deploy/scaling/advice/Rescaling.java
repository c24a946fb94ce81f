package io.beanpole.deploy.scaling.advice;

import io.beanpole.scaling.simulation.Trace;
import java.time.Duration;
import java.util.stream.IntStream;

/** Makes a trace as high as a lane's own: its shape stays. */
public final class Rescaling {
    private static final double SECONDS_OF_A_MINUTE = Duration.ofMinutes(1).toSeconds();

    private Rescaling() {}

    /** The trace with so many tasks in its busiest minute; what is less than a whole task is kept for the next step. */
    public static Trace to(double peakPerMinute, Trace trace) {
        double factor = peakPerMinute / peakPerMinute(trace);
        int[] arrivals = new int[trace.size()];
        double kept = 0;
        for (int i = 0; i < arrivals.length; i++) {
            kept += trace.arrivals(i) * factor;
            arrivals[i] = (int) kept;
            kept -= arrivals[i];
        }
        return new Trace(trace.name(), trace.start(), trace.step(), arrivals);
    }

    /** Tasks a minute in the busiest step. */
    public static double peakPerMinute(Trace trace) {
        int most = IntStream.range(0, trace.size()).map(trace::arrivals).max().orElse(0);
        return Math.max(1, most) * SECONDS_OF_A_MINUTE / trace.step().toSeconds();
    }
}
