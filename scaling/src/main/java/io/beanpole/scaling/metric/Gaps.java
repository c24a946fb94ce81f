package io.beanpole.scaling.metric;

import io.beanpole.scaling.metric.MetricMath.Node;

/** The ways of metric math's FILL to close the gaps of a series. */
final class Gaps {
    private Gaps() {}

    /** FILL(metric, REPEAT | LINEAR | a value). */
    static Node fill(MathArguments arguments) {
        Node filled = arguments.expect(2, 2).node(0);
        if (!arguments.isText(1)) {
            Node value = arguments.node(1);
            return inputs -> {
                Series fill = value.in(inputs).over(inputs.size());
                return filled.in(inputs).each(series -> filled(series, fill));
            };
        }
        return switch (arguments.word(1)) {
            case "REPEAT" -> inputs -> filled.in(inputs).each(Gaps::repeated);
            case "LINEAR" -> inputs -> filled.in(inputs).each(Gaps::interpolated);
            default -> throw arguments.unknownWord(1, "REPEAT, LINEAR or a number");
        };
    }

    /** With the value that {@code fill} has there. */
    static Series filled(Series series, Series fill) {
        double[] values = new double[series.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = series.has(i) ? series.get(i) : fill.get(i);
        }
        return Series.of(values);
    }

    /** With the value before the gap; what lies before the first value stays a gap. */
    static Series repeated(Series series) {
        double[] values = new double[series.size()];
        double last = Double.NaN;
        for (int i = 0; i < values.length; i++) {
            last = series.has(i) ? series.get(i) : last;
            values[i] = last;
        }
        return Series.of(values);
    }

    /** On the line between the values around the gap; gaps at either end stay. */
    static Series interpolated(Series series) {
        double[] values = new double[series.size()];
        int before = -1;
        for (int i = 0; i < values.length; i++) {
            values[i] = series.get(i);
            if (!series.has(i)) {
                continue;
            }
            for (int gap = before + 1; before >= 0 && gap < i; gap++) {
                double part = (double) (gap - before) / (i - before);
                values[gap] = series.get(before) + part * (series.get(i) - series.get(before));
            }
            before = i;
        }
        return Series.of(values);
    }
}
