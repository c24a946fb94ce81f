package io.beanpole.console.chart;

import io.beanpole.console.chart.ChartSeries.Axis;
import java.util.List;

/**
 * All that a chart shows.
 *
 * @param leftUnit what the left axis counts
 * @param gap two samples further apart than this, in milliseconds, aren't joined: there is no data between them
 */
public record ChartContent(
        String leftUnit,
        String rightUnit,
        List<ChartSeries> series,
        List<Threshold> thresholds,
        List<StateBand> bands,
        List<Marker> markers,
        long gap) {
    public static final ChartContent NOTHING =
            new ChartContent("", "", List.of(), List.of(), List.of(), List.of(), Long.MAX_VALUE);

    public ChartContent {
        series = List.copyOf(series);
        thresholds = List.copyOf(thresholds);
        bands = List.copyOf(bands);
        markers = List.copyOf(markers);
    }

    /** The largest value of an axis in view; a threshold that is far above the lines doesn't squash them. */
    double largest(Axis axis, Viewport view) {
        var largest = series.stream()
                .filter(line -> line.axis() == axis)
                .mapToDouble(line -> line.samples().largest(view))
                .max()
                .orElse(0);
        if (axis == Axis.RIGHT) {
            return largest;
        }
        var ceiling = Math.max(largest * 4, 10);
        return thresholds.stream()
                .mapToDouble(Threshold::value)
                .filter(value -> value <= ceiling)
                .reduce(largest, Math::max);
    }

    /** Whether no series has a sample in view. */
    boolean isBare(Viewport view) {
        return series.stream().allMatch(line -> {
            var last = line.samples().lastAtOrBefore(view.to());
            return last < 0 || line.samples().time(last) < view.from() - Math.min(gap, view.span());
        });
    }
}
