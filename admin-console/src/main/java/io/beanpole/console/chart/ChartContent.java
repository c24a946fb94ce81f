package io.beanpole.console.chart;

import io.beanpole.console.chart.ChartSeries.Axis;
import java.util.List;
import java.util.Set;

/** All that a chart shows. */
public record ChartContent(
        ChartUnits units,
        List<ChartSeries> series,
        List<Threshold> thresholds,
        List<StateBand> bands,
        List<Marker> markers) {
    public static final ChartContent NOTHING =
            new ChartContent(ChartUnits.NONE, List.of(), List.of(), List.of(), List.of());

    /** A threshold far above the lines doesn't squash them: it is in view up to so many times the largest value. */
    private static final int REACH = 4;

    private static final double LEAST_CEILING = 10;

    public ChartContent {
        series = List.copyOf(series);
        thresholds = List.copyOf(thresholds);
        bands = List.copyOf(bands);
        markers = List.copyOf(markers);
    }

    /** Lines only: no alarms and nothing that happened. */
    public static ChartContent of(ChartUnits units, List<ChartSeries> series) {
        return new ChartContent(units, series, List.of(), List.of(), List.of());
    }

    /** The same without the series of these titles; the axes are then scaled to those that are left. */
    ChartContent without(Set<String> titles) {
        return titles.isEmpty()
                ? this
                : new ChartContent(
                        units,
                        series.stream()
                                .filter(each -> !titles.contains(each.title()))
                                .toList(),
                        thresholds,
                        bands,
                        markers);
    }

    boolean hasLower() {
        return series.stream().anyMatch(each -> each.axis().isLower());
    }

    /** The largest value of an axis in view, thresholds included as far as they are near it. */
    double largest(Axis axis, Viewport view) {
        var largest = 0.0;
        for (var line : series) {
            largest = line.axis() == axis ? Math.max(largest, line.samples().largest(view)) : largest;
        }
        var ceiling = Math.max(largest * REACH, LEAST_CEILING);
        for (var threshold : thresholds) {
            if (threshold.axis() == axis && threshold.value() <= ceiling) {
                largest = Math.max(largest, threshold.value());
            }
        }
        return largest;
    }

    /** Whether no series has a sample in view. */
    boolean isBare(Viewport view) {
        return series.stream().allMatch(line -> {
            var last = line.samples().lastAtOrBefore(view.to());
            return last < 0 || line.samples().time(last) < view.from() - Math.min(line.gap(), view.span());
        });
    }
}
