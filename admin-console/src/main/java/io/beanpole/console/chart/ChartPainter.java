package io.beanpole.console.chart;

import io.beanpole.console.chart.ChartSeries.Axis;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.TextAlignment;

/**
 * Draws a frame: scales, lines and thresholds; {@link EventPainter} adds alarms and what happened, and what follows the
 * pointer is {@link ReadingPainter}'s.
 */
final class ChartPainter {
    private static final double PIXELS_A_TICK = 84;

    private final GraphicsContext g;
    private final Palette palette;
    private final EventPainter events;
    private final LinePainter line;

    ChartPainter(GraphicsContext g, Palette palette) {
        this.g = g;
        this.palette = palette;
        this.events = new EventPainter(g, palette);
        this.line = new LinePainter(g, palette);
    }

    /**
     * Draws it.
     *
     * @param zone whose wall clock labels the times
     * @param bare what is said where no series has data
     */
    void paint(Frame frame, ZoneId zone, String bare) {
        g.setLineCap(StrokeLineCap.BUTT);
        g.setLineJoin(StrokeLineJoin.ROUND);
        scales(frame, Axis.LEFT, Axis.RIGHT);
        if (frame.content().hasLower()) {
            scales(frame, Axis.LOWER_LEFT, Axis.LOWER_RIGHT);
            lowerUnits(frame);
        }
        times(frame, zone);
        thresholds(frame);
        plots(frame);
        events.paint(frame);
        if (frame.content().isBare(frame.view())) {
            g.setFill(palette.get(Tone.TEXT));
            var plot = frame.plot();
            Lettering.write(g, bare, plot.x() + plot.width() / 2, plot.y() + plot.height() / 2, TextAlignment.CENTER);
        }
    }

    void pin(Frame frame, long time) {
        events.pin(frame, time);
    }

    private void scales(Frame frame, Axis left, Axis right) {
        var plot = frame.plot(left);
        var units = frame.content().units();
        var hasLeft = !(left == Axis.LEFT ? units.left() : units.lowerLeft()).isEmpty();
        var hasRight = !(right == Axis.RIGHT ? units.right() : units.lowerRight()).isEmpty();
        var scale = frame.scale(left);
        g.setLineWidth(1);
        for (var tick = 0; tick <= scale.intervals(); tick++) {
            var y = crisp(plot.y() + scale.y(tick * scale.step(), plot.height()));
            g.setStroke(palette.get(tick == 0 ? Tone.AXIS : Tone.GRID));
            g.strokeLine(plot.x(), y, plot.right(), y);
            g.setFill(palette.get(Tone.TEXT));
            if (hasLeft) {
                Lettering.write(g, scale.label(tick), plot.x() - 6, y, TextAlignment.RIGHT);
            }
            if (hasRight) {
                Lettering.write(g, frame.scale(right).label(tick), plot.right() + 6, y, TextAlignment.LEFT);
            }
        }
    }

    private void lowerUnits(Frame frame) {
        var middle = frame.lower().y() - Frame.BETWEEN / 2 + 1;
        g.setFill(palette.get(Tone.TEXT));
        Lettering.write(g, frame.content().units().lowerLeft(), 0, middle, TextAlignment.LEFT);
        Lettering.write(g, frame.content().units().lowerRight(), g.getCanvas().getWidth(), middle, TextAlignment.RIGHT);
    }

    private void times(Frame frame, ZoneId zone) {
        var most = (int) Math.max(2, frame.plot().width() / PIXELS_A_TICK);
        for (var tick : TimeTicks.of(frame.view(), most, zone)) {
            var x = crisp(frame.x(tick.time()));
            g.setStroke(palette.get(Tone.GRID));
            frame.plots().forEach(plot -> g.strokeLine(x, plot.y(), x, plot.bottom()));
            var half = Lettering.width(tick.label()) / 2;
            var middle = Math.max(half, Math.min(x, g.getCanvas().getWidth() - half));
            g.setFill(palette.get(Tone.TEXT));
            Lettering.write(g, tick.label(), middle, frame.timesMiddle(), TextAlignment.CENTER);
        }
    }

    private void plots(Frame frame) {
        var upper = new ArrayList<Line>();
        var lower = new ArrayList<Line>();
        for (var plot : frame.plots()) {
            g.save();
            g.beginPath();
            g.rect(plot.x(), plot.y() - 2, plot.width(), plot.height() + 3);
            g.clip();
            frame.content().series().stream()
                    .filter(series -> frame.plot(series.axis()).equals(plot))
                    .forEach(series -> {
                        var lines = frame.lines(series);
                        (series.axis().isLower() ? lower : upper).addAll(lines);
                        lines.forEach(each -> line.paint(each, series, plot));
                    });
            g.restore();
        }
        labels(frame, visible(frame, false), upper);
        labels(frame, visible(frame, true), lower);
    }

    private void thresholds(Frame frame) {
        g.setLineWidth(1);
        g.setStroke(palette.get(Tone.THRESHOLD));
        g.setLineDashes(5, 4);
        Stream.of(false, true)
                .flatMap(isLower -> visible(frame, isLower).stream())
                .forEach(threshold -> {
                    var y = crisp(frame.y(threshold.axis(), threshold.value()));
                    g.strokeLine(frame.plot().x(), y, frame.plot().right(), y);
                });
        g.setLineDashes();
    }

    private void labels(Frame frame, List<Threshold> thresholds, List<Line> lines) {
        if (thresholds.isEmpty()) {
            return;
        }
        var plot = frame.plot(thresholds.get(0).axis());
        var placement = new LabelPlacement(plot.width(), plot.height(), lines);
        thresholds.forEach(threshold -> placement.avoid(level(frame, threshold)));
        for (var threshold : thresholds) {
            var box = placement.place(level(frame, threshold), Lettering.width(threshold.label()) + 10, Lettering.LINE);
            var x = plot.x() + box.x();
            var y = plot.y() + box.y();
            g.setFill(palette.faint(Tone.GROUND, 0.88));
            g.fillRoundRect(x, y, box.width(), box.height(), 4, 4);
            g.setFill(palette.get(Tone.THRESHOLD));
            Lettering.write(g, threshold.label(), x + 5, y + box.height() / 2, TextAlignment.LEFT);
        }
    }

    private static double level(Frame frame, Threshold threshold) {
        return frame.scale(threshold.axis())
                .y(threshold.value(), frame.plot(threshold.axis()).height());
    }

    /** A level of 0 is the axis itself. */
    private static List<Threshold> visible(Frame frame, boolean isLower) {
        return frame.content().thresholds().stream()
                .filter(threshold -> threshold.axis().isLower() == isLower)
                .filter(threshold -> threshold.value() > 0
                        && threshold.value() <= frame.scale(threshold.axis()).top())
                .toList();
    }

    /** A line of one pixel covers one pixel, not two half ones. */
    static double crisp(double place) {
        return Math.floor(place) + 0.5;
    }
}
