package io.beanpole.console.chart;

import io.beanpole.console.chart.ChartSeries.Axis;
import io.beanpole.console.chart.LabelPlacement.Box;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One picture of a chart: what is shown, of which time, and where everything lies on the canvas.
 *
 * @param plot where the lines are drawn
 * @param lower where those of the lower axes are drawn; without height where there are none
 */
record Frame(ChartContent content, Viewport view, Box plot, Box lower, Map<Axis, ValueScale> scales) {
    static final double BAND = 18;
    /** Between the plots, where the lower one's units stand. */
    static final double BETWEEN = 24;

    private static final double TOP = 12;
    private static final double TIMES = 24;
    private static final double GUTTER = 10;
    private static final double ABOVE_BANDS = 6;
    private static final double LOWER_PART = 0.26;
    private static final int INTERVALS = 5;
    private static final int LOWER_INTERVALS = 2;

    /** Lays everything out on a canvas, with room for the widest labels. */
    static Frame of(ChartContent content, Viewport view, double width, double height, Legend legend) {
        var scales = new EnumMap<Axis, ValueScale>(Axis.class);
        Arrays.stream(Axis.values())
                .forEach(axis -> scales.put(
                        axis,
                        ValueScale.holding(content.largest(axis, view), axis.isLower() ? LOWER_INTERVALS : INTERVALS)));
        scales.computeIfPresent(Axis.RIGHT, (axis, scale) -> apart(scale, scales, content, view));
        var start = gutter(scales, Axis.LEFT, Axis.LOWER_LEFT);
        var end = gutter(scales, Axis.RIGHT, Axis.LOWER_RIGHT);
        var top = TOP + legend.height();
        var below = TIMES + content.bands().size() * BAND + (content.bands().isEmpty() ? 0 : ABOVE_BANDS);
        var across = Math.max(1, width - start - end);
        var room = Math.max(2, height - top - below);
        var lowerHeight = content.hasLower() ? Math.max(1, Math.floor((room - BETWEEN) * LOWER_PART)) : 0;
        var upperHeight = content.hasLower() ? Math.max(1, room - BETWEEN - lowerHeight) : room;
        var plot = new Box(start, top, across, upperHeight);
        var lower = new Box(start, top + room - lowerHeight, across, lowerHeight);
        return new Frame(content, view, plot, lower, scales);
    }

    /** A count that lies exactly on a threshold of the other axis looks like it: then the next larger scale, if it helps. */
    private static ValueScale apart(
            ValueScale right, Map<Axis, ValueScale> scales, ChartContent content, Viewport view) {
        var left = scales.getOrDefault(Axis.LEFT, right);
        var largest = content.largest(Axis.RIGHT, view);
        var levels = content.thresholds().stream()
                .filter(threshold -> threshold.axis() == Axis.LEFT && threshold.value() <= left.top())
                .mapToDouble(threshold -> threshold.value() / left.top())
                .toArray();
        return Stream.of(right, right.coarser())
                .filter(scale -> Arrays.stream(levels).noneMatch(level -> scale.coincides(level, largest)))
                .findFirst()
                .orElse(right);
    }

    private static double gutter(Map<Axis, ValueScale> scales, Axis... axes) {
        return GUTTER
                + Stream.of(axes)
                        .flatMap(axis -> Stream.ofNullable(scales.get(axis)))
                        .flatMap(scale ->
                                IntStream.rangeClosed(0, scale.intervals()).mapToObj(scale::label))
                        .mapToDouble(Lettering::width)
                        .max()
                        .orElse(0);
    }

    /** The plots that are drawn, the large one first. */
    List<Box> plots() {
        return content.hasLower() ? List.of(plot, lower) : List.of(plot);
    }

    Box plot(Axis axis) {
        return axis.isLower() ? lower : plot;
    }

    double bottom() {
        return lower.bottom();
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
        return scales.getOrDefault(axis, ValueScale.holding(0, INTERVALS));
    }

    double y(Axis axis, double value) {
        return plot(axis).y() + scale(axis).y(value, plot(axis).height());
    }

    /** The top of an alarm's strip. */
    double bandTop(int index) {
        return bottom() + ABOVE_BANDS + index * BAND;
    }

    /** The middle of the times' line. */
    double timesMiddle() {
        return bottom()
                + (content.bands().isEmpty() ? 0 : ABOVE_BANDS)
                + content.bands().size() * BAND
                + TIMES / 2;
    }

    /** A series as it is drawn, from its plot's own corner. */
    List<Line> lines(ChartSeries series) {
        var height = plot(series.axis()).height();
        return Decimation.lines(series.samples(), view, plot.width(), series.gap()).stream()
                .map(line -> line.on(scale(series.axis()), height))
                .map(line -> series.shape().isStep() ? line.stepped() : line)
                .toList();
    }
}
