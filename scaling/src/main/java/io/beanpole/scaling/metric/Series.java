package io.beanpole.scaling.metric;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/** One value for each period of a grid, the oldest first, with gaps where there was none. */
public final class Series {
    /** What stands in a gap. It spreads through arithmetic by itself: a sum with a missing part is missing. */
    private static final double GAP = Double.NaN;

    private final double[] values;

    private Series(double[] values) {
        this.values = values;
    }

    /** A series of these values; NaN and the infinities are gaps, as CloudWatch has no such values. */
    public static Series of(double... values) {
        return new Series(Arrays.stream(values)
                .map(each -> Double.isFinite(each) ? each : GAP)
                .toArray());
    }

    static Series constant(double value, int size) {
        double[] values = new double[size];
        Arrays.fill(values, value);
        return of(values);
    }

    public int size() {
        return values.length;
    }

    /** Whether there is a value in this period. */
    public boolean has(int index) {
        return !Double.isNaN(values[index]);
    }

    /** The value of a period; NaN where there is none. */
    public double get(int index) {
        return values[index];
    }

    /** The values that are there. */
    DoubleStream present() {
        return Arrays.stream(values).filter(each -> !Double.isNaN(each));
    }

    Series map(DoubleUnaryOperator each) {
        return of(Arrays.stream(values)
                .map(value -> Double.isNaN(value) ? GAP : each.applyAsDouble(value))
                .toArray());
    }

    /** Both, period by period; a gap in one is a gap. */
    Series with(Series other, DoubleBinaryOperator both) {
        double[] result = new double[values.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = has(i) && other.has(i) ? both.applyAsDouble(values[i], other.values[i]) : GAP;
        }
        return of(result);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Series series && Arrays.equals(values, series.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
