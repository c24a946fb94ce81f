package io.beanpole.console.chart;

import java.util.Locale;

/**
 * A scale from 0 upwards with round steps.
 *
 * @param intervals how many steps it has; two scales with as many share their grid lines
 */
record ValueScale(double step, int intervals) {
    private static final double EYE = 0.012;
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

    /** The next larger one. */
    ValueScale coarser() {
        return holding(top(), intervals);
    }

    double top() {
        return step * intervals;
    }

    /** Whether a count up to the largest lies at this part of the height, 0 to 1, as far as an eye can tell. */
    boolean coincides(double level, double largest) {
        var count = Math.rint(level * top());
        return count >= 1 && count <= largest && Math.abs(level - count / top()) < EYE;
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
