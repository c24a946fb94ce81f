package io.beanpole.console.chart;

import java.util.Arrays;
import java.util.OptionalInt;

/** Values over time, in the order of time; times are milliseconds since the epoch. */
public final class Samples {
    public static final Samples NONE = new Samples(new long[0], new double[0]);

    private final long[] times;
    private final double[] values;

    /** Takes copies; the times must not fall. */
    public Samples(long[] times, double[] values) {
        if (times.length != values.length) {
            throw new IllegalArgumentException(times.length + " times don't fit " + values.length + " values.");
        }
        for (var i = 1; i < times.length; i++) {
            if (times[i] < times[i - 1]) {
                throw new IllegalArgumentException("Sample " + i + " is older than the one before it.");
            }
        }
        this.times = times.clone();
        this.values = values.clone();
    }

    public int size() {
        return times.length;
    }

    public long time(int index) {
        return times[index];
    }

    public double value(int index) {
        return values[index];
    }

    /** The index of the last sample at or before a time, -1 when all are later. */
    public int lastAtOrBefore(long time) {
        var found = Arrays.binarySearch(times, time);
        if (found < 0) {
            return -found - 2;
        }
        while (found + 1 < times.length && times[found + 1] == time) {
            found++;
        }
        return found;
    }

    /** The sample nearest to a time, if one is no further away than the tolerance. */
    public OptionalInt nearest(long time, long tolerance) {
        var before = lastAtOrBefore(time);
        var after = before + 1;
        var best = before;
        if (after < times.length && (before < 0 || times[after] - time < time - times[before])) {
            best = after;
        }
        return best >= 0 && Math.abs(times[best] - time) <= tolerance ? OptionalInt.of(best) : OptionalInt.empty();
    }

    /** The largest value in a stretch of time, 0 when there is none. */
    public double largest(Viewport view) {
        var largest = 0.0;
        for (var i = Math.max(0, lastAtOrBefore(view.from())); i < times.length && times[i] <= view.to(); i++) {
            largest = Math.max(largest, values[i]);
        }
        return largest;
    }
}
