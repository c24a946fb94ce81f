package io.beanpole.scaling.simulation;

import java.util.Arrays;

/** How long tasks waited, counted by tenths of a second, so that a year of tasks takes little room. */
final class Waits {
    private static final int MILLIS = 100;
    private static final int MOST = 20_000_000;

    private final long slo;
    private long[] counts = new long[4096];
    private long count;
    private long missed;
    private long longest;

    /** @param slo milliseconds above which a wait is a miss */
    Waits(long slo) {
        this.slo = slo;
    }

    void add(long wait) {
        int at = (int) Math.min(MOST, wait / MILLIS);
        if (at >= counts.length) {
            counts = Arrays.copyOf(counts, Math.max(at + 1, counts.length * 2));
        }
        counts[at]++;
        count++;
        longest = Math.max(longest, wait);
        if (wait > slo) {
            missed++;
        }
    }

    long count() {
        return count;
    }

    long missed() {
        return missed;
    }

    long longest() {
        return longest;
    }

    /** The wait, in milliseconds, that a part of all does not exceed; 0 where nothing waited. */
    long percentile(double part) {
        long rank = (long) Math.ceil(part * count);
        long seen = 0;
        for (int i = 0; i < counts.length; i++) {
            seen += counts[i];
            if (seen >= rank && seen > 0) {
                return Math.min(longest, (long) i * MILLIS);
            }
        }
        return 0;
    }
}
