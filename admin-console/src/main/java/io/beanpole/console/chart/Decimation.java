package io.beanpole.console.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Reduces samples to what a plot of a given width can show: per column of pixels the first, smallest, largest and last
 * sample, so that no peak is lost and ten thousand samples cost as much as a few hundred.
 */
final class Decimation {
    private final Samples samples;
    private final Viewport view;
    private final double width;
    private final List<Line> lines = new ArrayList<>();
    private Line line = new Line();

    private Decimation(Samples samples, Viewport view, double width) {
        this.samples = samples;
        this.view = view;
        this.width = width;
    }

    /** The lines to draw, in order; a gap in the data is the end of a line. One sample beyond each edge is kept. */
    static List<Line> lines(Samples samples, Viewport view, double width, long gap) {
        return new Decimation(samples, view, width).run(gap);
    }

    private List<Line> run(long gap) {
        var index = Math.max(0, samples.lastAtOrBefore(view.from()));
        while (index < samples.size()) {
            var end = endOfColumn(index, gap);
            column(index, end);
            if (samples.time(end - 1) > view.to()) {
                break;
            }
            if (end < samples.size() && samples.time(end) - samples.time(end - 1) > gap) {
                finish();
            }
            index = end;
        }
        finish();
        return lines;
    }

    /** Exclusive; a column ends at a gap, too. */
    private int endOfColumn(int start, long gap) {
        var column = Math.floor(view.x(samples.time(start), width));
        var end = start + 1;
        while (end < samples.size()
                && Math.floor(view.x(samples.time(end), width)) == column
                && samples.time(end) - samples.time(end - 1) <= gap) {
            end++;
        }
        return end;
    }

    private void column(int start, int end) {
        var smallest = start;
        var largest = start;
        for (var i = start + 1; i < end; i++) {
            smallest = samples.value(i) < samples.value(smallest) ? i : smallest;
            largest = samples.value(i) > samples.value(largest) ? i : largest;
        }
        var last = -1;
        for (var i : new int[] {start, Math.min(smallest, largest), Math.max(smallest, largest), end - 1}) {
            if (i > last) {
                line.add(view.x(samples.time(i), width), samples.value(i));
                last = i;
            }
        }
    }

    private void finish() {
        if (line.size() > 0) {
            lines.add(line);
            line = new Line();
        }
    }
}
