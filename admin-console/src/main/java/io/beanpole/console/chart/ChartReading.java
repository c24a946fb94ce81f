package io.beanpole.console.chart;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.scene.canvas.Canvas;

/** The place of a chart that is read, by the pointer or by the keyboard, and what is drawn over the chart for it. */
final class ChartReading {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE d MMM HH:mm:ss", Locale.ENGLISH);

    private final TimeSeriesChart chart;
    private final ReadingPainter painter;
    private double x = Double.NaN;

    ChartReading(TimeSeriesChart chart, Canvas overlay, Palette palette) {
        this.chart = chart;
        this.painter = new ReadingPainter(overlay.getGraphicsContext2D(), palette);
    }

    void at(double place) {
        x = place;
        refresh();
    }

    /** Draws it anew after the chart has changed under it. */
    void refresh() {
        if (!Double.isNaN(x)) {
            painter.reading(chart.frame(), zone(), x);
        }
    }

    /** The stretch of time that would be shown if the button were released now. */
    void choosing(double from, double to) {
        x = Double.NaN;
        painter.choice(chart.frame(), from, to);
    }

    /** Reads nothing any more; whether something was read. */
    boolean putAway() {
        var wasThere = !Double.isNaN(x);
        x = Double.NaN;
        painter.clear();
        return wasThere;
    }

    /** Moves it by a part of the plot's width, beginning at the newest; the chart then tells in words what it reads. */
    void move(double part) {
        var plot = chart.frame().plot();
        var from = Double.isNaN(x) ? plot.right() : x;
        at(Math.max(plot.x(), Math.min(plot.right(), from + part * plot.width())));
        var time = chart.frame().time(x);
        chart.setAccessibleText(Reading.at(time, chart.frame().content(), 0)
                .words(TIME.format(Instant.ofEpochMilli(time).atZone(zone()))));
    }

    /** Where it is, 0 at the left to 1 at the right; the middle where nothing is read. */
    double fraction() {
        return Double.isNaN(x) ? 0.5 : chart.fraction(x);
    }

    /** Asks the chart's listener about the moment that is read. */
    void pointOut() {
        if (!Double.isNaN(x)) {
            chart.pointAt(x);
        }
    }

    private ZoneId zone() {
        return chart.clockProperty().get().getZone();
    }
}
