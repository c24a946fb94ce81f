package io.beanpole.scaling.metric;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * SUM, MIN, MAX, AVG, STDDEV and DATAPOINT_COUNT: of one series they are one number over all its periods; of several
 * they are a value for each period, made of those series that have one there.
 */
final class Reductions {
    private Reductions() {}

    static MathValue reduced(MathValue value, ToDoubleFunction<double[]> reduction, int periods) {
        if (value instanceof MathValue.Several several) {
            return new MathValue.One(across(several.series(), reduction, periods));
        }
        return new MathValue.Scalar(of(reduction, value.over(periods).present().toArray()));
    }

    private static Series across(List<NamedSeries> all, ToDoubleFunction<double[]> reduction, int periods) {
        double[] values = new double[periods];
        for (int i = 0; i < periods; i++) {
            int at = i;
            double[] there = all.stream()
                    .map(NamedSeries::series)
                    .filter(series -> series.has(at))
                    .mapToDouble(series -> series.get(at))
                    .toArray();
            values[i] = of(reduction, there);
        }
        return Series.of(values);
    }

    private static double of(ToDoubleFunction<double[]> reduction, double[] values) {
        return values.length == 0 ? Double.NaN : reduction.applyAsDouble(values);
    }

    static double sum(double[] values) {
        return Arrays.stream(values).sum();
    }

    static double minimum(double[] values) {
        return Arrays.stream(values).min().orElseThrow();
    }

    static double maximum(double[] values) {
        return Arrays.stream(values).max().orElseThrow();
    }

    static double average(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    /** Of the values as the whole population. */
    static double deviation(double[] values) {
        double mean = average(values);
        return Math.sqrt(Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow());
    }
}
