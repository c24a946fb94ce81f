package io.beanpole.scaling.metric;

import java.util.function.DoubleBinaryOperator;

/** The functions that compare each datapoint of a series with the one before it, however long ago that was. */
final class SeriesFunctions {
    private SeriesFunctions() {}

    /** How much more than the datapoint before. */
    static Series difference(Series series, Grid grid) {
        return fromBefore(series, grid, (change, seconds) -> change);
    }

    /** How many seconds after the datapoint before. */
    static Series timeDifference(Series series, Grid grid) {
        return fromBefore(series, grid, (change, seconds) -> seconds);
    }

    /** The change from the datapoint before, for each second that passed. */
    static Series rate(Series series, Grid grid) {
        return fromBefore(series, grid, (change, seconds) -> change / seconds);
    }

    private static Series fromBefore(Series series, Grid grid, DoubleBinaryOperator ofChangeAndSeconds) {
        double[] values = new double[series.size()];
        int before = -1;
        for (int i = 0; i < values.length; i++) {
            values[i] = Double.NaN;
            if (!series.has(i)) {
                continue;
            }
            if (before >= 0) {
                double seconds = (double) (i - before) * grid.period().toSeconds();
                values[i] = ofChangeAndSeconds.applyAsDouble(series.get(i) - series.get(before), seconds);
            }
            before = i;
        }
        return Series.of(values);
    }

    /** The sum of all datapoints so far. */
    static Series runningSum(Series series) {
        double[] values = new double[series.size()];
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += series.has(i) ? series.get(i) : 0;
            values[i] = series.has(i) ? sum : Double.NaN;
        }
        return Series.of(values);
    }
}
