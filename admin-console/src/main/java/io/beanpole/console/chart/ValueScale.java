package io.beanpole.console.chart;

import java.util.Locale;

/**
 * A scale from 0 upwards with round steps.
 *
 * @param intervals how many steps it has; two scales with as many share their grid lines
 */
record ValueScale(double step, int intervals) {
    private static final double[] ROUND = {1, 2, 2.5, 5, 10};

    /** The scale with the smallest round step that holds the largest value, with a little air above it. */
    static ValueScale holding(double largest, int intervals) {
        var least = Math.max(largest * 1.05, intervals) / intervals;
        var magnitude = Math.pow(10, Math.floor(Math.log10(least)));
        for (var round : ROUND) {
            var step = round * magnitude;
            if (step >= least * (1 - 1e-9) && step == Math.rint(step)) {
                return new ValueScale(step, intervals);
            }
        }
        return new ValueScale(10 * magnitude, intervals);
    }

    double top() {
        return step * intervals;
    }

    /** Where a value lies, measured down from the top of the plot; values above it stay at its edge. */
    double y(double value, double height) {
        return height - Math.min(value, top()) * height / top();
    }

    /** The label of a step, from 0. */
    String label(int tick) {
        var value = tick * step;
        if (value >= 1_000_000) {
            return trimmed(value / 1_000_000) + "M";
        }
        return value >= 10_000 ? trimmed(value / 1000) + "k" : trimmed(value);
    }

    private static String trimmed(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,d", (long) value)
                : String.format(Locale.ROOT, "%.1f", value);
    }
}
