package io.beanpole.scaling.simulation;

import java.time.Duration;
import java.util.Arrays;

/**
 * What the work costs at least, for somebody who begins every task at once: in each minute so many instances, and parts
 * of them, as it takes to hold the tasks that are being worked on, but never fewer than the minimum. It needs to know
 * the future, boots nothing and rounds nothing; nobody reaches it.
 */
final class LowerBound {
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();
    private static final double MINUTES_OF_AN_HOUR = 60;

    private final long start;
    private final int slots;
    private final int minimum;
    private double[] work = new double[1024];

    LowerBound(long start, int slots, int minimum) {
        this.start = start;
        this.slots = slots;
        this.minimum = minimum;
    }

    /** A task that came at {@code sent} and takes so many milliseconds. */
    void add(long sent, long takes) {
        long from = sent - start;
        long left = takes;
        while (left > 0) {
            int minute = (int) (from / MINUTE);
            long part = Math.min(left, MINUTE - from % MINUTE);
            if (minute >= work.length) {
                work = Arrays.copyOf(work, Math.max(minute + 1, work.length * 2));
            }
            work[minute] += part;
            from += part;
            left -= part;
        }
    }

    /** Instance-hours from the start until then. */
    double hours(long end) {
        double minutes = 0;
        int last = (int) ((end - start) / MINUTE);
        for (int i = 0; i < Math.max(last, work.length); i++) {
            double needed = i < work.length ? work[i] / MINUTE / slots : 0;
            minutes += i < last ? Math.max(minimum, needed) : needed;
        }
        return minutes / MINUTES_OF_AN_HOUR;
    }
}
