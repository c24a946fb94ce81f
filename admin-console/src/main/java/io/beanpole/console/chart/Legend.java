package io.beanpole.console.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What stands above the plots: the units of the axes and which line is which, in as many rows as they need. */
final class Legend {
    static final double SWATCH = 16;
    static final double MARGIN = 6;
    private static final double GAP = 16;
    private static final double ROW = 18;

    private final List<Entry> entries = new ArrayList<>();
    private final double height;

    private Legend(double height) {
        this.height = height;
    }

    /**
     * Lays it out.
     *
     * @param content with all series
     * @param hidden titles of those that are not drawn; they stand in the legend, so that they can be shown again
     */
    static Legend of(ChartContent content, Set<String> hidden, double width) {
        var start = Lettering.width(content.units().left()) + GAP;
        var end = width - Lettering.width(content.units().right()) - GAP;
        var places = new ArrayList<Entry>();
        var x = start;
        var row = 0;
        for (var series : content.series()) {
            var wide = SWATCH + MARGIN + Lettering.width(series.title());
            if (x + wide > end && x > start) {
                x = start;
                row++;
            }
            places.add(new Entry(series, hidden.contains(series.title()), x, row * ROW, wide));
            x += wide + GAP;
        }
        var legend = new Legend((row + 1) * ROW);
        legend.entries.addAll(places);
        return legend;
    }

    double height() {
        return height;
    }

    List<Entry> entries() {
        return entries;
    }

    /** The series whose name is at a place. */
    Optional<ChartSeries> at(double x, double y) {
        return entries.stream()
                .filter(entry -> x >= entry.x - MARGIN
                        && x <= entry.x + entry.width + MARGIN
                        && y >= entry.y
                        && y < entry.y + ROW)
                .map(Entry::series)
                .findFirst();
    }

    /** One series in the legend; {@code y} is the top of its row. */
    record Entry(ChartSeries series, boolean isHidden, double x, double y, double width) {
        double middle() {
            return y + ROW / 2;
        }
    }
}
