package io.beanpole.console.chart;

import io.beanpole.console.chart.ChartSeries.Axis;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One picture of a chart: what is shown, of which time, and where everything lies on the canvas.
 *
 * @param plot where the lines are drawn
 */
record Frame(ChartContent content, Viewport view, LabelPlacement.Box plot, ValueScale left, ValueScale right) {
    static final double BAND = 18;
    private static final double TOP = 30;
    private static final double TIMES = 24;
    private static final double GUTTER = 10;
    private static final int INTERVALS = 5;

    /** Lays everything out on a canvas, with room for the widest labels. */
    static Frame of(ChartContent content, Viewport view, double width, double height) {
        var left = ValueScale.holding(content.largest(Axis.LEFT, view), INTERVALS);
        var right = ValueScale.holding(content.largest(Axis.RIGHT, view), INTERVALS);
        var start = gutter(left);
        var below = TIMES + content.bands().size() * BAND + (content.bands().isEmpty() ? 0 : 6);
        var plot = new LabelPlacement.Box(
                start, TOP, Math.max(1, width - start - gutter(right)), Math.max(1, height - TOP - below));
        return new Frame(content, view, plot, left, right);
    }

    private static double gutter(ValueScale scale) {
        return GUTTER
                + IntStream.rangeClosed(0, scale.intervals())
                        .mapToDouble(tick -> Lettering.width(scale.label(tick)))
                        .max()
                        .orElse(0);
    }

    double x(long time) {
        return plot.x() + view.x(time, plot.width());
    }

    long time(double x) {
        return view.time(x - plot.x(), plot.width());
    }

    /** How much time a number of pixels stands for. */
    long time(int pixels) {
        return Math.round(pixels * view.span() / plot.width());
    }

    ValueScale scale(Axis axis) {
        return axis == Axis.LEFT ? left : right;
    }

    double y(Axis axis, double value) {
        return plot.y() + scale(axis).y(value, plot.height());
    }

    /** The top of an alarm's strip. */
    double bandTop(int index) {
        return plot.bottom() + 6 + index * BAND;
    }

    /** The middle of the times' line. */
    double timesMiddle() {
        return plot.bottom()
                + (content.bands().isEmpty() ? 0 : 6)
                + content.bands().size() * BAND
                + TIMES / 2;
    }

    /** A series as it is drawn, from the plot's own corner. */
    List<Line> lines(ChartSeries series) {
        return Decimation.lines(series.samples(), view, plot.width(), content.gap()).stream()
                .map(line -> line.on(scale(series.axis()), plot.height()))
                .map(line -> series.shape().isStep() ? line.stepped() : line)
                .toList();
    }
}
