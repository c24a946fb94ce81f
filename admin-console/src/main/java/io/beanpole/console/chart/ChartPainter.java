package io.beanpole.console.chart;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.TextAlignment;

/** Draws a frame: scales, lines, thresholds, alarms and markers. What follows the pointer is {@link ReadingPainter}'s. */
final class ChartPainter {
    private static final double PIXELS_A_TICK = 84;

    private final GraphicsContext g;
    private final Palette palette;

    ChartPainter(GraphicsContext g, Palette palette) {
        this.g = g;
        this.palette = palette;
    }

    /** @param zone whose wall clock labels the times */
    void paint(Frame frame, ZoneId zone) {
        g.clearRect(0, 0, g.getCanvas().getWidth(), g.getCanvas().getHeight());
        g.setLineCap(StrokeLineCap.ROUND);
        g.setLineJoin(StrokeLineJoin.ROUND);
        scales(frame);
        times(frame, zone);
        new LegendPainter(g, palette).paint(frame);
        g.save();
        clip(frame);
        lines(frame);
        g.restore();
        markers(frame);
        bands(frame);
        if (frame.content().isBare(frame.view())) {
            g.setFill(palette.get(Tone.TEXT));
            var plot = frame.plot();
            Lettering.write(
                    g,
                    "No data in this stretch of time.",
                    plot.x() + plot.width() / 2,
                    plot.y() + plot.height() / 2,
                    TextAlignment.CENTER);
        }
    }

    private void clip(Frame frame) {
        var plot = frame.plot();
        g.beginPath();
        g.rect(plot.x(), plot.y() - 2, plot.width(), plot.height() + 3);
        g.clip();
    }

    private void scales(Frame frame) {
        var plot = frame.plot();
        g.setLineWidth(1);
        var left = frame.left();
        for (var tick = 0; tick <= left.intervals(); tick++) {
            var y = crisp(plot.y() + left.y(tick * left.step(), plot.height()));
            g.setStroke(palette.get(tick == 0 ? Tone.AXIS : Tone.GRID));
            g.strokeLine(plot.x(), y, plot.right(), y);
            g.setFill(palette.get(Tone.TEXT));
            Lettering.write(g, left.label(tick), plot.x() - 6, y, TextAlignment.RIGHT);
            if (!frame.content().rightUnit().isEmpty()) {
                Lettering.write(g, frame.right().label(tick), plot.right() + 6, y, TextAlignment.LEFT);
            }
        }
    }

    private void times(Frame frame, ZoneId zone) {
        var most = (int) Math.max(2, frame.plot().width() / PIXELS_A_TICK);
        for (var tick : TimeTicks.of(frame.view(), most, zone)) {
            var x = crisp(frame.x(tick.time()));
            g.setStroke(palette.get(Tone.GRID));
            g.strokeLine(x, frame.plot().y(), x, frame.plot().bottom());
            var half = Lettering.width(tick.label()) / 2;
            var middle = Math.max(half, Math.min(x, g.getCanvas().getWidth() - half));
            g.setFill(palette.get(Tone.TEXT));
            Lettering.write(g, tick.label(), middle, frame.timesMiddle(), TextAlignment.CENTER);
        }
    }

    private void lines(Frame frame) {
        var plot = frame.plot();
        var all = new ArrayList<Line>();
        thresholds(frame);
        for (var series : frame.content().series()) {
            var lines = frame.lines(series);
            all.addAll(lines);
            for (var line : lines) {
                line(line, Tone.ofSeries(series.tone()), series, plot);
            }
        }
        labels(frame, all);
    }

    private void line(Line line, Tone tone, ChartSeries series, LabelPlacement.Box plot) {
        g.setStroke(palette.get(tone));
        if (line.size() == 1) {
            g.setFill(palette.get(tone));
            g.fillOval(plot.x() + line.x(0) - 2, plot.y() + line.y(0) - 2, 4, 4);
            return;
        }
        if (series.tone() == 0) {
            area(line, tone, plot);
        }
        if (series.shape() == ChartSeries.Shape.BROAD_STEP) {
            g.setStroke(palette.faint(tone, 0.35));
            g.setLineWidth(5);
        } else {
            g.setLineWidth(series.shape().isStep() ? 1.5 : 2);
        }
        g.strokePolyline(line.xsFrom(plot.x()), line.ysFrom(plot.y()), line.size());
    }

    /** The first series stands out by the ground under it. */
    private void area(Line line, Tone tone, LabelPlacement.Box plot) {
        g.setFill(palette.faint(tone, 0.12));
        g.beginPath();
        g.moveTo(plot.x() + line.x(0), plot.bottom());
        for (var i = 0; i < line.size(); i++) {
            g.lineTo(plot.x() + line.x(i), plot.y() + line.y(i));
        }
        g.lineTo(plot.x() + line.x(line.size() - 1), plot.bottom());
        g.closePath();
        g.fill();
    }

    private void thresholds(Frame frame) {
        g.setLineWidth(1);
        g.setStroke(palette.get(Tone.THRESHOLD));
        g.setLineDashes(5, 4);
        for (var threshold : visible(frame)) {
            var y = crisp(frame.y(ChartSeries.Axis.LEFT, threshold.value()));
            g.strokeLine(frame.plot().x(), y, frame.plot().right(), y);
        }
        g.setLineDashes();
    }

    private void labels(Frame frame, List<Line> lines) {
        var placement = new LabelPlacement(frame.plot().width(), frame.plot().height(), lines);
        visible(frame).forEach(threshold -> placement.avoid(level(frame, threshold)));
        for (var threshold : visible(frame)) {
            var box = placement.place(level(frame, threshold), Lettering.width(threshold.label()) + 10, Lettering.LINE);
            var x = frame.plot().x() + box.x();
            var y = frame.plot().y() + box.y();
            g.setFill(palette.faint(Tone.GROUND, 0.88));
            g.fillRoundRect(x, y, box.width(), box.height(), 4, 4);
            g.setFill(palette.get(Tone.THRESHOLD));
            Lettering.write(g, threshold.label(), x + 5, y + box.height() / 2, TextAlignment.LEFT);
        }
    }

    private static double level(Frame frame, Threshold threshold) {
        return frame.left().y(threshold.value(), frame.plot().height());
    }

    /** A level of 0 is the axis itself. */
    private static List<Threshold> visible(Frame frame) {
        return frame.content().thresholds().stream()
                .filter(threshold -> threshold.value() > 0
                        && threshold.value() <= frame.left().top())
                .toList();
    }

    private void markers(Frame frame) {
        for (var marker : frame.content().markers()) {
            if (frame.view().contains(marker.at())) {
                var x = crisp(frame.x(marker.at()));
                g.setLineWidth(1);
                g.setStroke(palette.faint(Tone.MARKER, 0.45));
                g.strokeLine(x, frame.plot().y(), x, frame.plot().bottom());
                g.setFill(palette.get(Tone.MARKER));
                sign(marker.kind(), x, frame.plot().y() - 1);
            }
        }
    }

    private void sign(Marker.Kind kind, double x, double y) {
        switch (kind) {
            case MORE -> g.fillPolygon(new double[] {x - 5, x + 5, x}, new double[] {y + 4, y + 4, y - 5}, 3);
            case FEWER -> g.fillPolygon(new double[] {x - 5, x + 5, x}, new double[] {y - 5, y - 5, y + 4}, 3);
            case OTHER -> g.fillOval(x - 3, y - 4, 6, 6);
        }
    }

    private void bands(Frame frame) {
        var plot = frame.plot();
        for (var i = 0; i < frame.content().bands().size(); i++) {
            var band = frame.content().bands().get(i);
            var top = frame.bandTop(i);
            g.save();
            g.beginPath();
            g.rect(plot.x(), top, plot.width(), Frame.BAND);
            g.clip();
            for (var stretch : band.stretches()) {
                var start = frame.x(stretch.from());
                var opacity = stretch.state() == StateBand.State.ALARM ? 0.40 : 0.18;
                g.setFill(palette.faint(Tone.of(stretch.state()), opacity));
                g.fillRect(start, top, frame.x(stretch.to()) - start, Frame.BAND - 3);
            }
            g.setFill(palette.get(Tone.STRONG_TEXT));
            Lettering.write(g, band.title(), plot.x() + 6, top + (Frame.BAND - 3) / 2, TextAlignment.LEFT);
            g.restore();
        }
    }

    /** A line of one pixel covers one pixel, not two half ones. */
    private static double crisp(double place) {
        return Math.floor(place) + 0.5;
    }
}
